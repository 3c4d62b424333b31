package dev.cairn.rules.award;

import dev.cairn.contracts.RewardEvent.TierChanged;
import dev.cairn.rules.evaluation.Goal.TierGoal;
import dev.cairn.rules.programme.TierLadder;
import dev.cairn.rules.state.MemberStateStore.Locked;
import java.time.Instant;
import java.util.Optional;

/** Whether a member moved between tiers since it was evaluated last. */
final class TierMove {

    private TierMove() {}

    /**
     * The move from the tier that is stored to the one that was found. It happened when the points
     * of the window changed; what a return or a correction changed afterwards happens now.
     */
    static Optional<TierChanged> between(
            Locked before, TierGoal found, TierLadder ladder, Instant now) {
        var from = before.tier() == null ? ladder.tiers().getFirst().id() : before.tier();
        if (from.equals(found.current())) {
            return Optional.empty();
        }
        var upgrade = ladder.rank(found.current()) > ladder.rank(from);
        return Optional.of(
                new TierChanged(
                        before.member(),
                        from,
                        found.current(),
                        upgrade,
                        movedAt(before, found, now)));
    }

    private static Instant movedAt(Locked before, TierGoal found, Instant now) {
        var since = found.since();
        var known = before.tierSince();
        return since != null && (known == null || since.isAfter(known)) ? since : now;
    }
}
