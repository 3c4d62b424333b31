package dev.cairn.devstack.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What must be true after the play; each check says what it compared. */
final class Checks {

    private final List<Map<String, Object>> results = new ArrayList<>();
    private boolean allHold = true;

    void equal(String name, long expected, long found) {
        that(name, expected == found, "expected " + expected + ", found " + found);
    }

    void that(String name, boolean holds, String detail) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("name", name);
        result.put("holds", holds);
        result.put("detail", detail);
        results.add(result);
        allHold &= holds;
    }

    boolean allHold() {
        return allHold;
    }

    List<Map<String, Object>> results() {
        return List.copyOf(results);
    }
}
