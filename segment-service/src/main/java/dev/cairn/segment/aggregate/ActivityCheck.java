package dev.cairn.segment.aggregate;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.contracts.ActivityEvent.ActivityReturned;
import dev.cairn.contracts.ActivityEvent.ActivityVoided;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.intake.BadRecord;
import java.time.Instant;
import java.util.Set;

/** Refuses activities that can never be counted, whatever arrives later. */
final class ActivityCheck {
    /** The largest amount that is believed, in minor units. */
    private static final long LARGEST = 1_000_000_000_000L;

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9000-01-01T00:00:00Z");
    private static final Set<String> OWN_TYPES = Set.of(Activity.RETURN, "void");

    private ActivityCheck() {}

    static void check(ActivityEvent event) {
        refuseUnless(MemberId.valid(event.memberId()), "memberId is not a member's id");
        refuseUnless(filled(event.source()), "source is missing");
        refuseUnless(filled(event.activityId()), "activityId is missing");
        refuseUnless(
                event.occurredAt().isAfter(EARLIEST) && event.occurredAt().isBefore(LATEST),
                "occurredAt is not a time that can be");
        switch (event) {
            case ActivityRecorded recorded -> check(recorded);
            case ActivityReturned returned -> check(returned);
            case ActivityVoided voided -> refuseUnless(filled(voided.of()), "of is missing");
        }
    }

    private static void check(ActivityRecorded event) {
        refuseUnless(filled(event.kind()), "kind is missing");
        refuseUnless(
                !OWN_TYPES.contains(event.kind()), "kind " + event.kind() + " has its own type");
        refuseUnless(
                event.lines().isEmpty() || filled(event.currency()), "prices have no currency");
        for (var line : event.lines()) {
            refuseUnless(filled(line.line()), "a line has no id");
            refuseUnless(
                    line.quantity() >= 1 && line.quantity() <= LARGEST, "quantity is out of range");
            refuseUnless(
                    line.unitPrice() >= 0 && line.unitPrice() <= LARGEST,
                    "unitPrice is out of range");
        }
    }

    private static void check(ActivityReturned event) {
        refuseUnless(filled(event.of()), "of is missing");
        for (var line : event.lines()) {
            refuseUnless(filled(line.line()), "a line has no id");
            refuseUnless(
                    line.quantity() >= 1 && line.quantity() <= LARGEST, "quantity is out of range");
        }
    }

    private static boolean filled(String text) {
        return text != null && !text.isBlank() && text.length() <= 255;
    }

    private static void refuseUnless(boolean fine, String sentence) {
        if (!fine) {
            throw new BadRecord(sentence);
        }
    }
}
