package dev.cairn.e2e.monitoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a service answers to {@code GET /q/metrics}.
 *
 * @param series the label combinations of each name
 * @param families what is declared about names: the type of each
 */
record Exposition(Map<String, List<Map<String, String>>> series, Map<String, String> families) {
    private static final Pattern SAMPLE =
            Pattern.compile(
                    "(?<name>[a-zA-Z_:][\\w:]*)(?:\\{(?<labels>(?:\\w+=\"(?:[^\"\\\\]|\\\\.)*\",?)*)})?"
                            + " .*");
    private static final Pattern LABEL =
            Pattern.compile("(?<name>\\w+)=\"(?<value>(?:[^\"\\\\]|\\\\.)*)\"");
    private static final Set<String> OF_BUCKETS = Set.of("le", "quantile");
    private static final List<String> PARTS = List.of("", "_bucket", "_count", "_sum");

    static Exposition of(String text) {
        var families = new TreeMap<String, String>();
        text.lines()
                .filter(line -> line.startsWith("# TYPE "))
                .map(line -> line.split(" "))
                .forEach(words -> families.put(words[2], words[3]));
        var series =
                text.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(SAMPLE::matcher)
                        .filter(matcher -> matcher.matches())
                        .collect(
                                Collectors.groupingBy(
                                        sample -> sample.group("name"),
                                        TreeMap::new,
                                        Collectors.mapping(
                                                sample -> parsed(sample.group("labels")),
                                                Collectors.toList())));
        return new Exposition(series, families);
    }

    private static Map<String, String> parsed(String text) {
        var labels = new HashMap<String, String>();
        var matcher = LABEL.matcher(text == null ? "" : text);
        while (matcher.find()) {
            labels.put(matcher.group("name"), matcher.group("value"));
        }
        return labels;
    }

    boolean has(String metric) {
        return series.containsKey(metric);
    }

    /** All labels that some series of the metric has. */
    Set<String> labels(String metric) {
        return series.getOrDefault(metric, List.of()).stream()
                .flatMap(labels -> labels.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All values that a label has in some series of the metric. */
    Set<String> values(String metric, String label) {
        return series.getOrDefault(metric, List.of()).stream()
                .filter(labels -> labels.containsKey(label))
                .map(labels -> labels.get(label))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Cairn's own metrics, by the name under which a table lists them, with their labels. */
    Map<String, Described> own() {
        var own = new TreeMap<String, Described>();
        families.forEach(
                (family, type) -> {
                    if (family.startsWith("cairn_") && !isLargestOfATimer(family)) {
                        var name =
                                type.equals("counter") && !family.endsWith("_total")
                                        ? family + "_total"
                                        : family;
                        own.put(name, new Described(type, labelsOfFamily(name)));
                    }
                });
        return own;
    }

    /** A metric's type and the labels of all its series. */
    record Described(String type, Set<String> labels) {}

    private boolean isLargestOfATimer(String family) {
        return family.endsWith("_max")
                && families.containsKey(family.substring(0, family.length() - "_max".length()));
    }

    private Set<String> labelsOfFamily(String family) {
        return PARTS.stream()
                .flatMap(part -> labels(family + part).stream())
                .filter(label -> !OF_BUCKETS.contains(label))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
