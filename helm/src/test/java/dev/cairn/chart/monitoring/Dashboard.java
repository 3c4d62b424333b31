package dev.cairn.chart.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** A dashboard as it lies in the chart. */
public record Dashboard(Path file, String text, JsonNode json) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** A query of a panel; {@code expression} still has Grafana's variables in it. */
    public record Query(String dashboard, String panel, String expression) {
        @Override
        public String toString() {
            return dashboard + ", " + panel;
        }
    }

    /** All dashboards of the chart. */
    public static List<Dashboard> all() {
        return Repository.files("helm/cairn/dashboards", "*.json").stream()
                .map(Dashboard::read)
                .toList();
    }

    private static Dashboard read(Path file) {
        try {
            var text = Files.readString(file);
            return new Dashboard(file, text, MAPPER.readTree(text));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    /** The file's name without its ending; for the four services their name. */
    public String name() {
        return file.getFileName().toString().replace(".json", "");
    }

    /** All panels, rows included. */
    public List<JsonNode> rowsAndPanels() {
        return list(json.path("panels"));
    }

    /** All panels that show something. */
    public List<JsonNode> panels() {
        return rowsAndPanels().stream()
                .filter(panel -> !panel.path("type").asText().equals("row"))
                .toList();
    }

    /** All queries of all panels. */
    public List<Query> queries() {
        return panels().stream()
                .flatMap(
                        panel ->
                                list(panel.path("targets")).stream()
                                        .map(
                                                target ->
                                                        new Query(
                                                                name(),
                                                                panel.path("title").asText(),
                                                                target.path("expr").asText())))
                .toList();
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
