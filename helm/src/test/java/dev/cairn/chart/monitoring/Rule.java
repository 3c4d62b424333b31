package dev.cairn.chart.monitoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cairn.chart.Chart;
import java.util.List;

/** A rule for Prometheus, as the chart renders it: an alert, or a series that is recorded. */
public record Rule(String group, JsonNode json) {
    private static final YAMLMapper YAML = new YAMLMapper();

    /** All rules of the chart with its default thresholds. */
    public static List<Rule> all() {
        return with("{}");
    }

    /** All rules of the chart with these values for {@code monitoring.prometheusRule}. */
    static List<Rule> with(String values) {
        return Dashboard.list(groups(values)).stream()
                .flatMap(
                        group ->
                                Dashboard.list(group.path("rules")).stream()
                                        .map(rule -> new Rule(group.path("name").asText(), rule)))
                .toList();
    }

    /** All alerts; a name may come twice, with a severity each. */
    public static List<Rule> alerts() {
        return all().stream().filter(Rule::isAlert).toList();
    }

    /** The rules as a file for Prometheus and promtool. */
    public static String file() {
        try {
            return YAML.writeValueAsString(YAML.createObjectNode().set("groups", groups("{}")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode groups(String values) {
        return Chart.minimal()
                .with("monitoring: {prometheusRule: {enabled: true}}")
                .with("monitoring: {prometheusRule: " + values + "}")
                .render()
                .one("PrometheusRule")
                .at("/spec/groups");
    }

    public boolean isAlert() {
        return json.has("alert");
    }

    /** Name of the alert or of the recorded series. */
    public String name() {
        return json.path(isAlert() ? "alert" : "record").asText();
    }

    public String expression() {
        return json.path("expr").asText();
    }

    public String severity() {
        return json.path("labels").path("severity").asText();
    }

    String annotation(String name) {
        return json.path("annotations").path(name).asText();
    }

    @Override
    public String toString() {
        return name() + " " + severity();
    }
}
