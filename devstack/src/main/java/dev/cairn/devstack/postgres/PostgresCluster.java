package dev.cairn.devstack.postgres;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.process.Await;
import dev.cairn.devstack.process.Cache;
import dev.cairn.devstack.process.Folders;
import dev.cairn.devstack.process.Site;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The data of PostgreSQL on disk: made from a template, with the databases of the services. */
final class PostgresCluster {

    private static final String ACCESS =
            """
            # Only over the loopback interface, only with a password.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /** Backends of a killed server finish their statement before they notice. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(15);

    private final Site site;
    private final RunAs runAs;
    private final Path home;

    PostgresCluster(Site site, RunAs runAs) {
        this.site = site;
        this.runAs = runAs;
        this.home = runAs.reachable(site, site.home("postgres"));
    }

    Path home() {
        return home;
    }

    Path data() {
        return home.resolve("data");
    }

    String program(String name) {
        return PostgresBinaries.unpackedIn(cache()).resolve("bin").resolve(name).toString();
    }

    /** Makes the cluster unless a finished one is there; half of one is made again. */
    void prepare() throws IOException {
        Path finished = home.resolve("finished");
        if (Files.exists(finished)) {
            removeStaleLock();
            return;
        }
        Folders.delete(home);
        Files.createDirectories(home);
        Folders.copy(template(), data());
        Files.writeString(data().resolve("pg_hba.conf"), ACCESS);
        runAs.handOver(home);
        provision();
        Files.createFile(finished);
    }

    private Path template() {
        return cache().folder(PostgresBinaries.version() + "-template", this::initialise);
    }

    private Cache cache() {
        return new Cache(runAs.reachable(site, site.cache().folder()));
    }

    private void initialise(Path data) throws IOException {
        runAs.handOver(data);
        run(
                List.of(
                        program("initdb"),
                        "--pgdata=" + data,
                        "--username=postgres",
                        "--auth=trust",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--no-sync"),
                "");
    }

    /** Runs before anybody can connect, so that no moment without passwords exists. */
    private void provision() throws IOException {
        List<String> sql = new ArrayList<>();
        sql.add("ALTER ROLE postgres PASSWORD '%s'".formatted(password("postgres")));
        for (Component service : Component.SERVICES) {
            String name = service.label();
            String owner = name + "_owner";
            sql.add("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(owner, password(owner)));
            sql.add("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(name, password(name)));
            sql.add("CREATE DATABASE %s OWNER %s".formatted(name, owner));
            sql.add("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
            sql.add("GRANT CONNECT ON DATABASE %s TO %s".formatted(name, name));
        }
        String answer =
                run(
                        List.of(
                                program("postgres"),
                                "--single",
                                "-D",
                                data().toString(),
                                "postgres"),
                        sql.stream().map(line -> line + "\n").collect(Collectors.joining()));
        if (answer.contains("ERROR:")) {
            throw new IOException("PostgreSQL refused to make the databases: " + answer);
        }
    }

    private String password(String role) {
        return site.secrets().password("postgres." + role);
    }

    /**
     * Removes the lock of a killed server. PostgreSQL itself looks at the pid only, and would stay
     * down while that pid is a zombie or belongs to another program by now.
     */
    private void removeStaleLock() throws IOException {
        Path lock = data().resolve("postmaster.pid");
        if (Files.exists(lock) && Await.until(LAST_WORDS, () -> !WorkingIn.anybody(data()))) {
            Files.deleteIfExists(lock);
        }
    }

    private String run(List<String> command, String input) throws IOException {
        Process process =
                new ProcessBuilder(runAs.command(command)).redirectErrorStream(true).start();
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input.getBytes(StandardCharsets.UTF_8));
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " failed: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL was being prepared.", e);
        }
        return output;
    }
}
