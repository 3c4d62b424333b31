package dev.cairn.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files under {@code helm/target}, for reading and for other tools. */
public final class Target {
    private static final Path FOLDER = Chart.REPOSITORY.resolve("helm/target");

    private Target() {}

    /** Writes a file and says where it is. */
    public static Path write(String name, String text) {
        try {
            var file = FOLDER.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
