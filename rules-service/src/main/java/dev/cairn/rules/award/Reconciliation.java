package dev.cairn.rules.award;

import dev.cairn.rules.evaluation.Award;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Compares what a member should have with the registers. An award that was worth more at first,
 * such as an order whose return is known from the start, is set to its first worth and then
 * lowered, so that what was earned and what was taken back do not depend on the order of arrival.
 */
final class Reconciliation {

    private Reconciliation() {}

    /** The registers to set, in order; empty when nothing changed. */
    static List<Register> changes(Map<String, Register> registers, List<Award> awards) {
        var changes = new ArrayList<Register>();
        for (var award : awards) {
            var known = registers.get(award.id());
            if (known == null) {
                changes.addAll(first(award));
            } else if (differs(known, award)) {
                changes.add(next(known, award));
            }
        }
        var wanted = awards.stream().map(Award::id).collect(Collectors.toSet());
        registers.values().stream()
                .filter(known -> known.points() > 0 && !wanted.contains(known.awardId()))
                .map(Reconciliation::withdrawn)
                .forEach(changes::add);
        return changes;
    }

    private static List<Register> first(Award award) {
        if (award.firstWorth() == 0) {
            return List.of();
        }
        var first = register(award, award.firstWorth(), award.firstWorth(), 1);
        return award.points() == award.firstWorth()
                ? List.of(first)
                : List.of(first, next(first, award));
    }

    private static Register next(Register known, Award award) {
        return register(award, award.points(), known.firstPoints(), known.revision() + 1);
    }

    private static Register register(Award award, long points, long first, long revision) {
        return new Register(
                award.id(),
                award.rule(),
                award.category(),
                points,
                first,
                revision,
                award.occurredAt(),
                award.expiresAt(),
                award.activityId(),
                award.reason());
    }

    private static Register withdrawn(Register known) {
        return new Register(
                known.awardId(),
                known.rule(),
                known.category(),
                0,
                known.firstPoints(),
                known.revision() + 1,
                known.occurredAt(),
                known.expiresAt(),
                known.activityId(),
                "No longer reached after a return or a correction.");
    }

    /** When nothing is left, it does not matter when that would have expired. */
    private static boolean differs(Register known, Award award) {
        return known.points() != award.points()
                || award.points() > 0
                        && !(known.occurredAt().equals(award.occurredAt())
                                && Objects.equals(known.expiresAt(), award.expiresAt()));
    }
}
