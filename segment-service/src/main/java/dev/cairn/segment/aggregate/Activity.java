package dev.cairn.segment.aggregate;

import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.contracts.ActivityEvent.ActivityReturned;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * An activity as far as it is known.
 *
 * @param kind empty while only the void of it has arrived
 * @param day the day in the member's calendar; purchases only
 * @param of id of the purchase that a return belongs to
 * @param net what a purchase is worth after returns, in minor units; 0 for everything else
 */
record Activity(
        ActivityKey key,
        String member,
        Optional<String> kind,
        Optional<Instant> occurredAt,
        Optional<LocalDate> day,
        Optional<String> of,
        Optional<String> currency,
        List<Line> lines,
        long net,
        boolean voided) {
    static final String PURCHASE = "purchase";
    static final String RETURN = "return";

    /** Pieces bought at a price, or pieces that came back. */
    record Line(String line, long quantity, long unitPrice) {}

    Activity {
        lines = List.copyOf(lines);
    }

    static Activity recorded(ActivityRecorded event, LocalDate day, boolean voided) {
        return new Activity(
                new ActivityKey(event.source(), event.activityId()),
                event.memberId(),
                Optional.of(event.kind()),
                Optional.of(event.occurredAt().truncatedTo(ChronoUnit.MICROS)),
                event.kind().equals(PURCHASE) ? Optional.of(day) : Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(event.currency()),
                event.lines().stream()
                        .map(line -> new Line(line.line(), line.quantity(), line.unitPrice()))
                        .toList(),
                0,
                voided);
    }

    static Activity returned(ActivityReturned event, boolean voided) {
        return new Activity(
                new ActivityKey(event.source(), event.activityId()),
                event.memberId(),
                Optional.of(RETURN),
                Optional.of(event.occurredAt().truncatedTo(ChronoUnit.MICROS)),
                Optional.empty(),
                Optional.of(event.of()),
                Optional.empty(),
                event.lines().stream()
                        .map(line -> new Line(line.line(), line.quantity(), 0))
                        .toList(),
                0,
                voided);
    }

    /** What is known of an activity when its void arrives first. */
    static Activity voidedBeforeSeen(ActivityKey key, String member) {
        return new Activity(
                key,
                member,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                true);
    }

    boolean seen() {
        return kind.isPresent();
    }

    boolean purchase() {
        return kind.filter(PURCHASE::equals).isPresent();
    }

    /** The purchase that this return belongs to. */
    Optional<ActivityKey> order() {
        return of.map(id -> new ActivityKey(key.source(), id));
    }

    Activity withNet(long newNet) {
        return new Activity(
                key, member, kind, occurredAt, day, of, currency, lines, newNet, voided);
    }

    Activity asVoided() {
        return new Activity(key, member, kind, occurredAt, day, of, currency, lines, net, true);
    }
}
