package dev.cairn.chart;

import com.fasterxml.jackson.databind.JsonNode;

/** How Kubernetes compares labels. */
final class Labels {
    private Labels() {}

    /** Whether a selector, which is not empty, finds an object with these labels. */
    static boolean match(JsonNode selector, JsonNode labels) {
        return !selector.isEmpty()
                && selector.properties().stream()
                        .allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
    }
}
