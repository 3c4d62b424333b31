package dev.cairn.devstack.keycloak;

import dev.cairn.devstack.process.Artifacts;
import dev.cairn.devstack.process.Cache;
import dev.cairn.devstack.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Keycloak unpacked and built for its database, which takes long and is done once per version. */
final class KeycloakDistribution {

    private static final String ARTIFACT = "keycloak-quarkus-dist";
    private static final long MINUTES_TO_BUILD = 5;

    private KeycloakDistribution() {}

    static Path preparedIn(Cache cache) {
        String archive = archive().getFileName().toString().replace(".zip", "");
        return cache.folder(archive, KeycloakDistribution::prepare);
    }

    /** What {@code kc.sh} would start, without its shell. */
    static List<String> command(Path home, List<String> arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Programs.java(),
                                "-Xms64m",
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                Programs.QUICK_COMPILER,
                                "-XX:MaxMetaspaceSize=256m",
                                "--add-opens=java.base/java.util=ALL-UNNAMED",
                                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                                "--add-opens=java.base/java.security=ALL-UNNAMED",
                                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Dfile.encoding=UTF-8",
                                "-Duser.language=en",
                                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                        + "io.quarkus.bootstrap.forkjoin"
                                        + ".QuarkusForkJoinWorkerThreadFactory",
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-Dpicocli.disable.closures=true",
                                "-Dkc.home.dir=" + home,
                                "-Djboss.server.config.dir=" + home.resolve("conf"),
                                "-cp",
                                home.resolve("lib").resolve("quarkus-run.jar").toString(),
                                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }

    private static Path archive() {
        return Artifacts.recorded().file(ARTIFACT);
    }

    private static void prepare(Path into) throws IOException {
        unpack(into);
        Path log = into.resolve("build.log");
        Process build =
                new ProcessBuilder(command(into, List.of("build", "--db=dev-file")))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        try {
            if (!build.waitFor(MINUTES_TO_BUILD, TimeUnit.MINUTES) || build.exitValue() != 0) {
                build.destroyForcibly();
                throw new IOException("Keycloak could not be built; see " + log);
            }
        } catch (InterruptedException e) {
            build.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while Keycloak was built.", e);
        }
    }

    /** Leaves out the folder that every entry begins with. */
    private static void unpack(Path into) throws IOException {
        try (ZipFile zip = new ZipFile(archive().toFile())) {
            for (ZipEntry entry : zip.stream().filter(e -> !e.isDirectory()).toList()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path target = into.resolve(name).normalize();
                if (!target.startsWith(into)) {
                    throw new IOException("The archive points outside of itself: " + name);
                }
                Files.createDirectories(target.getParent());
                try (var content = zip.getInputStream(entry)) {
                    Files.copy(content, target);
                }
            }
        }
    }
}
