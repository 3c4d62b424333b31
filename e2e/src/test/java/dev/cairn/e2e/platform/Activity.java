package dev.cairn.e2e.platform;

import dev.cairn.devstack.client.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a shop reports, in the plain JSON form, with a field more or less where a test wants it. */
public final class Activity {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Activity(String id, String member, String kind, Instant time) {
        fields.put("id", id);
        fields.put("member", member);
        fields.put("kind", kind);
        fields.put("time", time.toString());
    }

    /** A purchase of one piece. */
    public static Activity purchase(String id, String member, Instant time, long price) {
        return purchase(id, member, time, line("1", 1, price));
    }

    @SafeVarargs
    public static Activity purchase(
            String id, String member, Instant time, Map<String, Object>... lines) {
        return new Activity(id, member, "purchase", time)
                .with("currency", "EUR")
                .with("lines", List.of(lines));
    }

    public static Map<String, Object> line(String line, long quantity, long unitPrice) {
        return Map.of(
                "line", line,
                "sku", "sku-" + line,
                "category", "coffee",
                "quantity", quantity,
                "unitPrice", unitPrice);
    }

    public static Activity visit(String id, String member, Instant time) {
        return new Activity(id, member, "visit", time);
    }

    /** Pieces of one line of an earlier purchase come back. */
    public static Activity returned(
            String id, String member, String of, Instant time, String line, long quantity) {
        return new Activity(id, member, "return", time)
                .with("of", of)
                .with("lines", List.of(Map.of("line", line, "quantity", quantity)));
    }

    public static Activity voided(String id, String member, String of, Instant time) {
        return new Activity(id, member, "void", time).with("of", of).with("reason", "mistyped");
    }

    public Activity with(String field, Object value) {
        fields.put(field, value);
        return this;
    }

    public String json() {
        return Json.text(fields);
    }

    /** Several as one batch. */
    public static String batch(Activity... activities) {
        return Json.text(List.of(activities).stream().map(activity -> activity.fields).toList());
    }
}
