package dev.cairn.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What a member did, on {@link Topics#ACTIVITIES}. The pair (source, activityId) is unique. */
public sealed interface ActivityEvent extends Event {

    /** The system that reported the activity. */
    String source();

    /** The activity's id, unique per source for ever. */
    String activityId();

    /**
     * A member did something.
     *
     * @param kind {@code purchase}, or any other noun that a programme reacts to
     * @param currency ISO 4217 code of the prices; null without lines
     * @param lines what was bought; empty unless {@code kind} is {@code purchase}
     * @param attributes free facts that rules may look at
     */
    record ActivityRecorded(
            String source,
            String activityId,
            String memberId,
            String kind,
            Instant occurredAt,
            String currency,
            List<OrderLine> lines,
            Map<String, String> attributes)
            implements ActivityEvent {
        public ActivityRecorded {
            lines = lines == null ? List.of() : List.copyOf(lines);
            attributes = attributes == null ? Map.of() : Map.copyOf(attributes);
        }
    }

    /**
     * One line of a purchase.
     *
     * @param line the line's id within its order
     * @param sku the article
     * @param category the article's category; may be null
     * @param quantity pieces, at least 1
     * @param unitPrice price of one piece after discounts, in minor units, not negative
     */
    record OrderLine(String line, String sku, String category, long quantity, long unitPrice) {}

    /**
     * Pieces of an earlier purchase came back.
     *
     * @param of activity id of the purchase, at the same source
     */
    record ActivityReturned(
            String source,
            String activityId,
            String memberId,
            String of,
            Instant occurredAt,
            List<ReturnedLine> lines)
            implements ActivityEvent {
        public ActivityReturned {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }
    }

    /**
     * Pieces of one line that came back.
     *
     * @param line the line's id within the purchase
     * @param quantity pieces, at least 1
     */
    record ReturnedLine(String line, long quantity) {}

    /**
     * An earlier activity never counted.
     *
     * @param of activity id of what is voided, at the same source
     */
    record ActivityVoided(
            String source,
            String activityId,
            String memberId,
            String of,
            Instant occurredAt,
            String reason)
            implements ActivityEvent {}
}
