package dev.cairn.kit.testing;

import static io.restassured.RestAssured.given;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a service tells Prometheus on its management port, at the moment of reading. */
public final class MetricsPage {
    private static final Pattern SERIES =
            Pattern.compile(
                    "([a-zA-Z_:][\\w:]*)"
                            + "(?:\\{((?:[^\"}]|\"(?:[^\"\\\\]|\\\\.)*\")*)})?"
                            + " (\\S+)(?: .*)?");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    private final Map<String, Double> values = new HashMap<>();

    private MetricsPage() {}

    /**
     * Reads the page.
     *
     * @param management where the management port's paths begin
     */
    public static MetricsPage read(URI management) {
        return parse(
                given().accept("text/plain")
                        .get(management.resolve("/q/metrics"))
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString());
    }

    static MetricsPage parse(String text) {
        var page = new MetricsPage();
        text.lines()
                .map(SERIES::matcher)
                .filter(Matcher::matches)
                .forEach(
                        line ->
                                page.values.put(
                                        line.group(1) + parseLabels(line.group(2)),
                                        number(line.group(3))));
        return page;
    }

    /** Whether there is a series with exactly these labels: a name, a value, and so on. */
    public boolean has(String name, String... labels) {
        return values.containsKey(name + labels(labels));
    }

    /**
     * The value of a series with exactly these labels.
     *
     * @throws AssertionError if there is none
     */
    public double value(String name, String... labels) {
        var series = name + labels(labels);
        if (!values.containsKey(series)) {
            throw new AssertionError("not on the metrics page: " + series);
        }
        return values.get(series);
    }

    private static Map<String, String> parseLabels(String text) {
        var labels = new TreeMap<String, String>();
        if (text != null) {
            LABEL.matcher(text).results().forEach(m -> labels.put(m.group(1), m.group(2)));
        }
        return labels;
    }

    private static Map<String, String> labels(String... namesAndValues) {
        var labels = new TreeMap<String, String>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            labels.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return labels;
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }
}
