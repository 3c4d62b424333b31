package dev.cairn.rules.state;

import dev.cairn.rules.evaluation.Goal;
import dev.cairn.rules.evaluation.MemberState;
import dev.cairn.rules.evaluation.OrderTotals;
import java.time.Instant;
import java.util.List;

/**
 * What readers need of a member's state.
 *
 * @param programmeVersion the version that decided
 * @param seq rises with each evaluation of the member
 * @param nextChangeAt from then on it has to be worked out anew; null means never
 */
public record Snapshot(
        int programmeVersion,
        long seq,
        List<Goal> goals,
        OrderTotals orders,
        Instant nextChangeAt) {

    /** The part of a state that is kept. */
    public static Snapshot of(MemberState state, int programmeVersion, long seq) {
        return new Snapshot(
                programmeVersion, seq, state.goals(), state.orders(), state.nextChangeAt());
    }

    /** Whether it still tells the truth. */
    public boolean validAt(Instant now, int version) {
        return programmeVersion == version && (nextChangeAt == null || now.isBefore(nextChangeAt));
    }
}
