package dev.cairn.devstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/**
 * The shop's own books: what was sold, taken back and struck out. The platform's numbers must agree
 * with them in the end.
 */
final class Books {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MINOR_UNITS_PER_POINT = 100;

    private final Map<String, Map<String, Line>> orders = new HashMap<>();
    private long struckOut;

    private record Line(long quantity, long price) {
        Line less(long pieces) {
            return new Line(quantity - pieces, price);
        }
    }

    /** Enters what the platform accepted. */
    void enter(Map<String, Object> json) {
        JsonNode activity = JSON.valueToTree(json);
        switch (activity.path("kind").asText()) {
            case "purchase" -> sold(activity);
            case "return" -> takenBack(activity);
            case "void" -> {
                orders.remove(activity.path("of").asText());
                struckOut++;
            }
            default -> {
                // what costs nothing is not in the books
            }
        }
    }

    private void sold(JsonNode activity) {
        Map<String, Line> lines = new HashMap<>();
        for (JsonNode line : activity.path("lines")) {
            lines.put(
                    line.path("line").asText(),
                    new Line(line.path("quantity").asLong(), line.path("unitPrice").asLong()));
        }
        orders.put(activity.path("id").asText(), lines);
    }

    private void takenBack(JsonNode activity) {
        Map<String, Line> lines = orders.get(activity.path("of").asText());
        for (JsonNode back : activity.path("lines")) {
            lines.computeIfPresent(
                    back.path("line").asText(),
                    (id, line) -> line.less(back.path("quantity").asLong()));
        }
    }

    /** Orders that were not struck out. */
    long orders() {
        return orders.size();
    }

    long struckOut() {
        return struckOut;
    }

    /** Value of everything that was kept, in minor units, currencies at par. */
    long netSpend() {
        return orders.values().stream().mapToLong(Books::net).sum();
    }

    /** Base points that the orders are worth now. */
    long basePoints() {
        return orders.values().stream()
                .mapToLong(order -> net(order) / MINOR_UNITS_PER_POINT)
                .sum();
    }

    private static long net(Map<String, Line> order) {
        return order.values().stream().mapToLong(line -> line.quantity() * line.price()).sum();
    }
}
