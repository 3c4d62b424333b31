package dev.cairn.segment.member;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * In which zone a member lived when. Days are computed with the zone that was in force at the time
 * of the event, so that moving house rewrites nothing.
 */
public record ZoneHistory(List<Step> steps) {

    /** A zone and the instant from which it is in force; the first one covers all time before. */
    public record Step(Instant from, ZoneId zone) {}

    public ZoneHistory {
        steps = List.copyOf(steps);
    }

    /** The zone in force at an instant, or the given one when none is known. */
    public ZoneId at(Instant instant, ZoneId unknown) {
        ZoneId zone = steps.isEmpty() ? unknown : steps.getFirst().zone();
        for (Step step : steps) {
            if (!instant.isBefore(step.from())) {
                zone = step.zone();
            }
        }
        return zone;
    }

    /** The history after the member moved; the same if the zone is already in force. */
    public ZoneHistory moved(Instant from, ZoneId zone) {
        if (!steps.isEmpty() && steps.getLast().zone().equals(zone)) {
            return this;
        }
        var longer = new ArrayList<>(steps);
        longer.add(new Step(from, zone));
        return new ZoneHistory(longer);
    }
}
