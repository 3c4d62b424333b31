package dev.cairn.rules.evaluation;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.MemberEvent;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * All that is known of one member, in any order and possibly twice.
 *
 * @param activities what the member did; a return may be here before its purchase
 * @param profile what the member told about itself, with the time zones
 * @param ceilings what budgets granted, by award id; an award that is not here is not limited
 */
public record History(
        List<ActivityEvent> activities, List<MemberEvent> profile, Map<String, Long> ceilings) {
    public History {
        activities = List.copyOf(activities);
        profile = List.copyOf(profile);
        ceilings = Map.copyOf(ceilings);
    }

    /** A history without budgets. */
    public static History of(
            Collection<? extends ActivityEvent> activities,
            Collection<? extends MemberEvent> profile) {
        return new History(List.copyOf(activities), List.copyOf(profile), Map.of());
    }

    /** The same history under other budgets. */
    public History within(Map<String, Long> newCeilings) {
        return new History(activities, profile, newCeilings);
    }
}
