package dev.cairn.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of the repository that is made from others: written on request, compared otherwise. */
final class Generated {
    private static final boolean WRITE = Boolean.getBoolean("chart.write");

    private Generated() {}

    /** Writes the file, or fails with the command that does when it is out of date. */
    static void check(Path file, String text, String command) {
        try {
            if (WRITE) {
                Files.writeString(file, text);
            }
            assertThat(Files.readString(file)).as("out of date, run `%s`", command).isEqualTo(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
