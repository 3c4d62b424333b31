package dev.cairn.rules.evaluation;

import dev.cairn.rules.programme.TierLadder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tier that the points of a rolling window reach. An award counts from when it was earned, with
 * what it is worth now: a return lowers the window in which its purchase counted.
 */
final class TierFold {

    private TierFold() {}

    /** The points of the window change by so much at an instant. */
    private record Step(Instant at, long points) {}

    static Outcome fold(TierLadder ladder, List<Award> awards, Facts facts) {
        var steps = steps(ladder, awards, facts);
        var sum = 0L;
        var tier = ladder.tiers().getFirst();
        Instant since = null;
        var i = 0;
        for (; i < steps.size() && !steps.get(i).at().isAfter(facts.now()); i++) {
            sum += steps.get(i).points();
            var reached = ladder.reachedWith(sum);
            since = reached.equals(tier) ? since : steps.get(i).at();
            tier = reached;
        }
        var ahead = steps.subList(i, steps.size());
        var lostAt = firstBelow(tier.from(), sum, ahead);
        return new Outcome(
                List.of(),
                Optional.of(goal(ladder, tier, sum, since, lostAt)),
                List.of(),
                ahead.isEmpty() ? null : ahead.getFirst().at(),
                lostAt);
    }

    private static Instant firstBelow(long needed, long sum, List<Step> ahead) {
        for (var step : ahead) {
            sum += step.points();
            if (sum < needed) {
                return step.at();
            }
        }
        return null;
    }

    private static Goal goal(
            TierLadder ladder, TierLadder.Tier tier, long done, Instant since, Instant lostAt) {
        var above = ladder.rank(tier.id()) + 1;
        var next = above < ladder.tiers().size() ? ladder.tiers().get(above) : null;
        return new Goal.TierGoal(
                ladder.id(),
                tier.id(),
                next == null ? null : next.id(),
                done,
                next == null ? tier.from() : next.from(),
                since,
                lostAt);
    }

    /** Rises and falls in time order; what falls and rises at one instant is one step. */
    private static List<Step> steps(TierLadder ladder, List<Award> awards, Facts facts) {
        var steps = new ArrayList<Step>();
        for (var award : awards) {
            if (award.points() > 0 && ladder.categories().contains(award.category())) {
                steps.add(new Step(award.occurredAt(), award.points()));
                steps.add(
                        new Step(
                                facts.after(award.occurredAt(), ladder.window()), -award.points()));
            }
        }
        steps.sort(Comparator.comparing(Step::at));
        return merged(steps);
    }

    private static List<Step> merged(List<Step> sorted) {
        var merged = new ArrayList<Step>(sorted.size());
        for (var step : sorted) {
            if (!merged.isEmpty() && merged.getLast().at().equals(step.at())) {
                var last = merged.removeLast();
                merged.add(new Step(last.at(), last.points() + step.points()));
            } else {
                merged.add(step);
            }
        }
        return merged;
    }
}
