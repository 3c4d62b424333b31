package dev.cairn.rules.award;

import dev.cairn.contracts.RewardEvent;
import dev.cairn.kit.db.Tx;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Counts what evaluations changed and told, once it is committed. */
@Startup
@ApplicationScoped
class AwardMetrics {
    static final String AWARDS = "cairn_rules_awards";
    static final String GOALS = "cairn_rules_goals";
    static final String STREAKS = "cairn_rules_streaks";

    /** What happened to the worth of an award. */
    enum Change {
        RAISED,
        LOWERED,
        /** Only its dates changed. */
        REDATED;

        static Change between(long before, long after) {
            if (after == before) {
                return REDATED;
            }
            return after > before ? RAISED : LOWERED;
        }
    }

    private enum Goal {
        MILESTONE,
        BADGE,
        TIER,
        CHALLENGE
    }

    private enum Streak {
        EXTENDED,
        AT_RISK,
        BROKEN
    }

    private final MeterRegistry metrics;

    AwardMetrics(MeterRegistry metrics) {
        this.metrics = metrics;
        List.of(Change.values()).forEach(this::awards);
        List.of(Goal.values()).forEach(this::goals);
        List.of(Streak.values()).forEach(this::streaks);
    }

    void countAfterCommit(Tx tx, List<Change> changes, List<RewardEvent> news) {
        tx.afterCommit(
                () -> {
                    changes.forEach(change -> awards(change).increment());
                    news.forEach(event -> news(event).ifPresent(Counter::increment));
                });
    }

    private Optional<Counter> news(RewardEvent event) {
        return switch (event) {
            case RewardEvent.AwardSet award -> Optional.empty();
            case RewardEvent.MilestoneReached milestone -> Optional.of(goals(Goal.MILESTONE));
            case RewardEvent.BadgeAwarded badge -> Optional.of(goals(Goal.BADGE));
            case RewardEvent.BadgeRevoked badge -> Optional.empty();
            case RewardEvent.TierChanged move ->
                    move.upgrade() ? Optional.of(goals(Goal.TIER)) : Optional.empty();
            case RewardEvent.ChallengeCompleted challenge -> Optional.of(goals(Goal.CHALLENGE));
            case RewardEvent.StreakExtended streak -> Optional.of(streaks(Streak.EXTENDED));
            case RewardEvent.StreakAtRisk streak -> Optional.of(streaks(Streak.AT_RISK));
            case RewardEvent.StreakBroken streak -> Optional.of(streaks(Streak.BROKEN));
        };
    }

    private Counter awards(Change change) {
        return counter(AWARDS, "Awards whose worth was set, by how it changed", "change", change);
    }

    private Counter goals(Goal goal) {
        return counter(GOALS, "Steps of goals that members reached", "kind", goal);
    }

    private Counter streaks(Streak streak) {
        return counter(
                STREAKS, "Streaks that grew, were about to end, or ended", "outcome", streak);
    }

    private Counter counter(String name, String description, String label, Enum<?> value) {
        return Counter.builder(name)
                .description(description)
                .tag(label, value.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }
}
