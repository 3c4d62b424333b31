package dev.cairn.contracts;

import java.time.Instant;

/** What activities were worth, on {@link Topics#REWARDS}. */
public sealed interface RewardEvent extends Event {

    /**
     * An award is worth this many points now. It is a register, not an increment: the highest
     * revision wins, and the ledger posts the difference to what it posted before.
     *
     * @param awardId unique per member; names the rule and what it paid for
     * @param revision starts at 1 and rises with each change of the award
     * @param currency the point currency, {@code points} by default
     * @param points the worth after this revision, not negative
     * @param category how reports group it
     * @param occurredAt when the points were earned
     * @param activeFrom spendable from then on; null means at once
     * @param expiresAt no longer spendable from then on; null leaves it to the currency
     * @param awaits the action that makes the points spendable, also before {@code activeFrom};
     *     null when they wait for none
     * @param rule id of the rule in the programme
     * @param programmeVersion version of the programme that decided
     * @param activityId the activity that it pays for; null when several do
     * @param reason one plain sentence
     */
    record AwardSet(
            String awardId,
            long revision,
            String memberId,
            String currency,
            long points,
            AwardCategory category,
            Instant occurredAt,
            Instant activeFrom,
            Instant expiresAt,
            String awaits,
            String rule,
            String programmeVersion,
            String activityId,
            String reason)
            implements RewardEvent {}

    /** How reports group awards. */
    enum AwardCategory {
        /** Earned on an order's value. */
        BASE,
        /** Earned by reaching a step of a goal. */
        MILESTONE,
        /** Earned by keeping a streak. */
        STREAK,
        /** Earned by a campaign with a calendar or a budget. */
        CAMPAIGN
    }

    /**
     * A step of a goal was reached.
     *
     * @param milestone the goal's id
     * @param step the count or sum that was asked for
     * @param title the goal's name for members
     * @param points what the step pays
     */
    record MilestoneReached(
            String memberId,
            String milestone,
            long step,
            String title,
            long points,
            Instant occurredAt)
            implements RewardEvent {}

    /**
     * A streak grew by one period.
     *
     * @param length kept periods in a row, frozen ones not counted
     * @param period the period's key, such as {@code 2026-W10}
     */
    record StreakExtended(
            String memberId, String streak, long length, String period, Instant occurredAt)
            implements RewardEvent {}

    /**
     * A streak ends unless the member acts before the deadline.
     *
     * @param deadline the first instant after the period, in the member's zone
     */
    record StreakAtRisk(
            String memberId,
            String streak,
            long length,
            String period,
            Instant deadline,
            Instant occurredAt)
            implements RewardEvent {}

    /**
     * A streak ended.
     *
     * @param length the length that it had
     * @param period the period that was missed
     */
    record StreakBroken(
            String memberId, String streak, long length, String period, Instant occurredAt)
            implements RewardEvent {}

    /** A badge was earned. */
    record BadgeAwarded(String memberId, String badge, String title, Instant occurredAt)
            implements RewardEvent {}

    /** A badge was lost because what earned it was returned. */
    record BadgeRevoked(String memberId, String badge, Instant occurredAt) implements RewardEvent {}

    /**
     * The member moved between tiers.
     *
     * @param from the tier before
     * @param to the tier now
     * @param upgrade whether {@code to} ranks higher
     */
    record TierChanged(String memberId, String from, String to, boolean upgrade, Instant occurredAt)
            implements RewardEvent {}

    /** All steps of a challenge were done. */
    record ChallengeCompleted(String memberId, String challenge, String title, Instant occurredAt)
            implements RewardEvent {}
}
