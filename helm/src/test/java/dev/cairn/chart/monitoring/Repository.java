package dev.cairn.chart.monitoring;

import dev.cairn.chart.Chart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The checkout that is under test. */
final class Repository {

    private Repository() {}

    static Path file(String path) {
        return Chart.REPOSITORY.resolve(path);
    }

    static String text(String path) {
        try {
            return Files.readString(file(path));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    /** Files of a folder and the folders in it, sorted; none if there is no such folder. */
    static List<Path> files(String folder, String glob) {
        var matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
        try (var files = Files.walk(file(folder))) {
            return files.filter(Files::isRegularFile)
                    .filter(path -> matcher.matches(path.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder, e);
        }
    }
}
