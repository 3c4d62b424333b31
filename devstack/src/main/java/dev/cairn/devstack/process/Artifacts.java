package dev.cairn.devstack.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files that Maven resolved for the embedded software, as recorded when this module was built.
 *
 * <p>A dependant does not inherit them, so that a broker never meets Quarkus on one class path.
 */
public final class Artifacts {

    private static final String RECORD = "/dev/cairn/devstack/infrastructure.classpath";

    private final List<Path> files;

    private Artifacts(List<Path> files) {
        this.files = files;
    }

    public static Artifacts recorded() {
        try (InputStream record = Artifacts.class.getResourceAsStream(RECORD)) {
            if (record == null) {
                throw new IllegalStateException(
                        "The devstack module was not built by Maven: its class path is missing.");
            }
            String line = new String(record.readAllBytes(), StandardCharsets.UTF_8).strip();
            return new Artifacts(
                    Arrays.stream(line.split(File.pathSeparator)).map(Path::of).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Could not read the recorded class path.", e);
        }
    }

    /** The file of an artifact, such as {@code embedded-redis}. */
    public Path file(String artifact) {
        return files.stream()
                .filter(file -> file.getFileName().toString().startsWith(artifact + "-"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        artifact
                                                + " is not where Maven had put it; build the"
                                                + " devstack module again."));
    }

    /** Class path for a child JVM: this module and everything that it may need. */
    public String classPath() {
        return Stream.concat(Stream.of(ownClasses()), files.stream())
                .map(Path::toString)
                .filter(file -> !file.endsWith(".zip"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path ownClasses() {
        try {
            return Path.of(
                    Artifacts.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The devstack module has no place on disk.", e);
        }
    }
}
