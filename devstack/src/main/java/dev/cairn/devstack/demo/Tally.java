package dev.cairn.devstack.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the driver sent and what came back; several threads may count. */
final class Tally {

    private final Map<String, Map<String, Long>> outcomes = new TreeMap<>();
    private final Map<String, Long> events = new TreeMap<>();
    private final List<String> surprises = new ArrayList<>();

    /** Counts an activity of a kind: accepted, duplicate, or the problem's name. */
    synchronized void activity(String kind, String outcome) {
        outcomes.computeIfAbsent(kind, k -> new TreeMap<>()).merge(outcome, 1L, Long::sum);
    }

    /** Counts anything else that members or the shop did. */
    synchronized void event(String what) {
        events.merge(what, 1L, Long::sum);
    }

    /** Something that must not happen; the report lists it and the demo fails. */
    synchronized void surprise(String sentence) {
        surprises.add(sentence);
    }

    Map<String, Map<String, Long>> activities() {
        return outcomes;
    }

    Map<String, Long> events() {
        return events;
    }

    List<String> surprises() {
        return surprises;
    }

    /** Activities with an outcome, over all kinds. */
    long total(String outcome) {
        return outcomes.values().stream().mapToLong(kind -> kind.getOrDefault(outcome, 0L)).sum();
    }

    long total() {
        return outcomes.values().stream()
                .flatMap(kind -> kind.values().stream())
                .mapToLong(Long::longValue)
                .sum();
    }
}
