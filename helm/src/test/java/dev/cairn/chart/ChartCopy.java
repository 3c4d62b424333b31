package dev.cairn.chart;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A copy of the chart that a test may change.
 *
 * @param home the folder of the copy
 */
record ChartCopy(Path home) {
    /** Where the test is an ordinary pod. */
    static final ChartCopy WITHOUT_HOOKS = withoutHooks();

    private static ChartCopy withoutHooks() {
        try {
            var copy = in(Files.createTempDirectory("chart"));
            var smoke = copy.home.resolve("templates/tests/smoke.yaml");
            Files.writeString(smoke, Files.readString(smoke).replace("helm.sh/hook", "was-hook"));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ChartCopy in(Path folder) throws IOException {
        var home = folder.resolve("cairn");
        try (var files = Files.walk(Chart.HOME)) {
            for (var file : files.toList()) {
                var target = home.resolve(Chart.HOME.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return new ChartCopy(home);
    }

    /** The same chart, whose own values are now those of another one. */
    ChartCopy withValues(Chart chart) throws IOException {
        var values = (ObjectNode) Yaml.file(Chart.HOME.resolve("values.yaml"));
        for (var file : chart.values()) {
            new ObjectMapper()
                    .setDefaultMergeable(true)
                    .readerForUpdating(values)
                    .readValue(Yaml.file(file));
        }
        Files.writeString(home.resolve("values.yaml"), values.toString());
        return this;
    }

    /** The same chart, as if it were a later version. */
    ChartCopy withVersions(String version) throws IOException {
        var file = home.resolve("Chart.yaml");
        var text =
                Files.readString(file)
                        .replaceAll("(?m)^(version|appVersion):.*$", "$1: " + version);
        Files.writeString(file, text);
        return this;
    }
}
