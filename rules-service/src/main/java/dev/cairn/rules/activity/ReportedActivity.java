package dev.cairn.rules.activity;

import static dev.cairn.rules.activity.ActivityCheck.require;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.contracts.ActivityEvent.ActivityReturned;
import dev.cairn.contracts.ActivityEvent.ActivityVoided;
import dev.cairn.contracts.ActivityEvent.OrderLine;
import dev.cairn.contracts.ActivityEvent.ReturnedLine;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An activity as a shop writes it in plain JSON.
 *
 * @param id the shop's own id, unique for ever
 * @param kind purchase, return, void, or any other noun
 * @param time ISO 8601 with an offset
 * @param currency ISO 4217 code, for purchases
 * @param lines what was bought, or what came back
 * @param of what is returned or voided
 * @param reason why it is voided
 */
public record ReportedActivity(
        String id,
        String member,
        String kind,
        String time,
        String currency,
        List<Line> lines,
        Map<String, String> attributes,
        String of,
        String reason) {

    /**
     * A line; a return needs {@code line} and {@code quantity} only.
     *
     * @param unitPrice minor units
     */
    public record Line(String line, String sku, String category, Long quantity, Long unitPrice) {}

    /**
     * The event that it means.
     *
     * @throws dev.cairn.kit.problem.Problem if a field is missing or does not belong to the kind
     */
    ActivityEvent event(String source) {
        require(kind != null, "kind", "is missing");
        var at = instant();
        return switch (kind) {
            case "return" -> {
                absent(currency, "currency");
                absent(attributes, "attributes");
                absent(reason, "reason");
                yield new ActivityReturned(source, id, member, of, at, returned());
            }
            case "void" -> {
                absent(currency, "currency");
                absent(attributes, "attributes");
                absent(lines, "lines");
                yield new ActivityVoided(source, id, member, of, at, reason);
            }
            default -> {
                absent(of, "of");
                absent(reason, "reason");
                yield new ActivityRecorded(
                        source, id, member, kind, at, currency, bought(), checkedAttributes());
            }
        };
    }

    private Instant instant() {
        require(time != null, "time", "is missing");
        try {
            return OffsetDateTime.parse(time).toInstant();
        } catch (DateTimeException e) {
            require(false, "time", "must be ISO 8601 with an offset, as 2026-03-01T10:15:00Z");
            throw e;
        }
    }

    private Map<String, String> checkedAttributes() {
        require(
                attributes == null || !attributes.containsValue(null),
                "attributes",
                "must not hold null");
        return attributes;
    }

    private List<OrderLine> bought() {
        return IntStream.range(0, lines == null ? 0 : lines.size())
                .mapToObj(
                        i -> {
                            var line = line(i);
                            require(
                                    line.unitPrice() != null,
                                    "lines[" + i + "].unitPrice",
                                    "is missing");
                            return new OrderLine(
                                    line.line(),
                                    line.sku(),
                                    line.category(),
                                    line.quantity(),
                                    line.unitPrice());
                        })
                .toList();
    }

    private List<ReturnedLine> returned() {
        return IntStream.range(0, lines == null ? 0 : lines.size())
                .mapToObj(
                        i -> {
                            var line = line(i);
                            absent(line.sku(), "lines[" + i + "].sku");
                            absent(line.category(), "lines[" + i + "].category");
                            absent(line.unitPrice(), "lines[" + i + "].unitPrice");
                            return new ReturnedLine(line.line(), line.quantity());
                        })
                .toList();
    }

    private Line line(int i) {
        var line = lines.get(i);
        require(line != null, "lines[" + i + "]", "is null");
        require(line.quantity() != null, "lines[" + i + "].quantity", "is missing");
        return line;
    }

    private void absent(Object value, String field) {
        require(value == null, field, "does not belong to a " + kind);
    }
}
