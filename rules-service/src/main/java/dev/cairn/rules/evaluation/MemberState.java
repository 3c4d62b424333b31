package dev.cairn.rules.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a history means at an instant.
 *
 * @param awards what the member should have
 * @param goals how far the member is, in the programme's order
 * @param orders the member's purchases, added up
 * @param announcements all that was ever worth telling, oldest first
 * @param explanations why activities did not count, or not fully
 * @param nextChangeAt when time alone changes a goal; null when it never does
 * @param wakeAt when time alone makes news; null when it never does
 */
public record MemberState(
        List<Award> awards,
        List<Goal> goals,
        OrderTotals orders,
        List<Announcement> announcements,
        List<Explanation> explanations,
        Instant nextChangeAt,
        Instant wakeAt) {

    /** The tier, when the programme has tiers. */
    public Optional<Goal.TierGoal> tier() {
        return goals.stream()
                .filter(Goal.TierGoal.class::isInstance)
                .map(Goal.TierGoal.class::cast)
                .findFirst();
    }
}
