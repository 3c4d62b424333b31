package dev.cairn.rules.evaluation;

import java.time.Instant;

/** How far a member is with one rule. Numbers only: sentences depend on the reader's language. */
public sealed interface Goal {

    /** The rule's id. */
    String id();

    /**
     * Steps on a count of purchases.
     *
     * @param done purchases that count
     * @param target the step that is next, or the last one when all are reached
     * @param nextPoints what the next step pays; 0 when all are reached
     */
    record LadderGoal(String id, long done, long target, long nextPoints) implements Goal {

        /** Whether all steps are reached. */
        public boolean completed() {
            return nextPoints == 0;
        }
    }

    /**
     * Periods in a row.
     *
     * @param length kept periods of the run that goes on, frozen ones not counted
     * @param best the longest run
     * @param bestConsecutive the longest run without the help of a freeze
     * @param freezes missed periods that will be forgiven
     * @param currentPeriodKept whether nothing has to be done in this period any more
     * @param deadline until when the next purchase has to be made; null without a run
     * @param target the step that is next, or the last one when all are reached
     * @param nextPoints what the next step pays; 0 when all are paid
     */
    record StreakGoal(
            String id,
            long length,
            long best,
            long bestConsecutive,
            int freezes,
            String currentPeriod,
            boolean currentPeriodKept,
            Instant deadline,
            long target,
            long nextPoints)
            implements Goal {

        /** Whether all steps are paid. */
        public boolean completed() {
            return nextPoints == 0;
        }
    }

    /**
     * Profile fields.
     *
     * @param done fields that are filled in
     * @param target fields that are asked for
     * @param completed whether all were filled in at some time
     */
    record ProfileProgress(String id, long done, long target, long points, boolean completed)
            implements Goal {}

    /**
     * Tiers.
     *
     * @param next the tier above; null at the top
     * @param done points in the window
     * @param target points that the tier above asks for, or this one at the top
     * @param since since when the member has the tier; null for the lowest from the start
     * @param until when the tier is lost without further points; null when that never happens
     */
    record TierGoal(
            String id,
            String current,
            String next,
            long done,
            long target,
            Instant since,
            Instant until)
            implements Goal {}

    /**
     * The window of a campaign that is open or comes next.
     *
     * @param open whether the window is open
     * @param paid whether the member has its points of the open window
     * @param soldOut whether the budget was used up before this member's turn
     * @param changesAt when the open window closes or the next one opens; null when none comes
     */
    record CampaignGoal(
            String id, boolean open, boolean paid, boolean soldOut, long points, Instant changesAt)
            implements Goal {}
}
