package dev.cairn.devstack.replay;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A purchase or a return on its way to the platform; it grows line by line. */
final class Activity {

    private final String id;
    private final String member;
    private final Instant time;
    private final Map<String, Object> head;
    private final List<Map<String, Object>> sold = new ArrayList<>();
    private final Map<String, Long> takenBack = new LinkedHashMap<>();

    private Activity(String id, String member, Instant time, Map<String, Object> head) {
        this.id = id;
        this.member = member;
        this.time = time;
        this.head = head;
    }

    static Activity purchase(String id, String member, Instant time, String currency) {
        return new Activity(id, member, time, Map.of("kind", "purchase", "currency", currency));
    }

    static Activity returned(String id, String member, Instant time, String of) {
        return new Activity(id, member, time, Map.of("kind", "return", "of", of));
    }

    /** Adds a line and returns its name. */
    String sell(String sku, long quantity, long unitPrice) {
        String line = Integer.toString(sold.size() + 1);
        sold.add(Map.of("line", line, "sku", sku, "quantity", quantity, "unitPrice", unitPrice));
        return line;
    }

    void takeBack(String line, long quantity) {
        takenBack.merge(line, quantity, Long::sum);
    }

    String id() {
        return id;
    }

    String member() {
        return member;
    }

    Instant time() {
        return time;
    }

    boolean isPurchase() {
        return !sold.isEmpty();
    }

    Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>(head);
        json.put("id", id);
        json.put("member", member);
        json.put("time", time.toString());
        json.put("lines", isPurchase() ? sold : returnedLines());
        return json;
    }

    private List<Map<String, Object>> returnedLines() {
        List<Map<String, Object>> lines = new ArrayList<>();
        takenBack.forEach((line, pieces) -> lines.add(Map.of("line", line, "quantity", pieces)));
        return lines;
    }
}
