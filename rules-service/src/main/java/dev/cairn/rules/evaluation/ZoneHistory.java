package dev.cairn.rules.evaluation;

import dev.cairn.contracts.MemberEvent;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** In which zone a member's days began, and when that changed. */
record ZoneHistory(List<Stay> stays) {

    /** From an instant on the member lives by this zone. The first stay has no beginning. */
    record Stay(Instant from, ZoneId zone) {}

    /**
     * Reads the zones from sorted profile events. What happened before the first of them is dated
     * in the first known zone, so that it does not matter which of two topics is read first.
     */
    static ZoneHistory of(List<MemberEvent> sorted, ZoneId fallback) {
        var stays = new ArrayList<Stay>();
        for (var event : sorted) {
            var zone = zoneOf(event);
            if (zone != null && stays.isEmpty()) {
                stays.add(new Stay(Instant.MIN, zone));
            } else if (zone != null && !stays.getLast().zone().equals(zone)) {
                stays.add(new Stay(event.occurredAt(), zone));
            }
        }
        return new ZoneHistory(stays.isEmpty() ? List.of(new Stay(Instant.MIN, fallback)) : stays);
    }

    private static ZoneId zoneOf(MemberEvent event) {
        return switch (event) {
            case MemberEvent.MemberEnrolled enrolled -> ZoneId.of(enrolled.zone());
            case MemberEvent.MemberChanged changed -> ZoneId.of(changed.zone());
            case MemberEvent.MemberMerged merged -> null;
            case MemberEvent.MemberErased erased -> null;
        };
    }
}
