package dev.cairn.rules.evaluation;

import dev.cairn.contracts.RewardEvent.MilestoneReached;
import dev.cairn.rules.programme.Rule;

/** The news that a step of a goal was reached; once per step, whatever happens to it later. */
final class Milestones {

    private Milestones() {}

    static Announcement reached(String member, Rule rule, long step, Award award) {
        return new Announcement(
                "milestone:" + award.id(),
                new MilestoneReached(
                        member,
                        rule.id(),
                        step,
                        rule.title().en(),
                        award.points(),
                        award.occurredAt()));
    }
}
