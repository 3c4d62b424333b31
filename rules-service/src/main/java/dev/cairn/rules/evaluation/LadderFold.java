package dev.cairn.rules.evaluation;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.rules.programme.PurchaseLadder;
import java.util.ArrayList;
import java.util.Optional;

/** Exact steps on the number of purchases that count. */
final class LadderFold {

    private LadderFold() {}

    static Outcome fold(PurchaseLadder rule, Facts facts) {
        var counted = facts.orders().counted();
        var awards = new ArrayList<Award>();
        var news = new ArrayList<Announcement>();
        for (var step : rule.steps().headMap(counted.size() + 1L).entrySet()) {
            var reached = counted.get((int) (step.getKey() - 1));
            var award =
                    new Award(
                            rule.id() + ":" + step.getKey(),
                            rule.id(),
                            AwardCategory.MILESTONE,
                            step.getValue(),
                            step.getValue(),
                            reached.occurredAt(),
                            facts.after(reached.occurredAt(), rule.expiresAfter()),
                            reached.id(),
                            "Purchase number " + step.getKey() + ".");
            awards.add(award);
            news.add(Milestones.reached(facts.member(), rule, step.getKey(), award));
        }
        return new Outcome(awards, Optional.of(goal(rule, counted.size())), news, null, null);
    }

    private static Goal goal(PurchaseLadder rule, long done) {
        var ahead = rule.steps().tailMap(done + 1);
        return ahead.isEmpty()
                ? new Goal.LadderGoal(rule.id(), done, rule.steps().lastKey(), 0)
                : new Goal.LadderGoal(
                        rule.id(), done, ahead.firstKey(), ahead.get(ahead.firstKey()));
    }
}
