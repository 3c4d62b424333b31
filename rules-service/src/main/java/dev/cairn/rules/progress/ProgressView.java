package dev.cairn.rules.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cairn.rules.evaluation.OrderTotals;
import java.time.Instant;
import java.util.List;

/**
 * A member's progress with all goals of the programme.
 *
 * @param asOf when it was true
 * @param orders the member's purchases, added up
 */
public record ProgressView(
        String member,
        Instant asOf,
        ProgrammeView programme,
        OrderTotals orders,
        List<GoalView> goals) {

    /** The programme that decided. */
    public record ProgrammeView(String id, int version) {}

    /** What the next step pays. */
    public record NextReward(long points, String title) {}

    /**
     * One goal; the last fields belong to streaks and tiers only.
     *
     * @param kind milestone, streak, profile, tier or campaign
     * @param unit what is counted
     * @param deadline until when something has to be done; null when there is time
     * @param sentence the same in words
     */
    public record GoalView(
            String id,
            String kind,
            String title,
            long done,
            Long target,
            Long left,
            String unit,
            Instant deadline,
            NextReward nextReward,
            boolean completed,
            String sentence,
            @JsonUnwrapped StreakView streak,
            @JsonInclude(Include.NON_NULL) String current,
            @JsonInclude(Include.NON_NULL) String next) {}

    /** What only streaks have. */
    public record StreakView(
            long length,
            long best,
            long bestConsecutive,
            int freezes,
            String currentPeriod,
            boolean currentPeriodKept) {}
}
