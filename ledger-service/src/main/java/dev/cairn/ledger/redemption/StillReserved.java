package dev.cairn.ledger.redemption;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;

/** Refuses what can only be done with a reward that the member has. */
final class StillReserved {
    private StillReserved() {}

    /** The refusal; it names the hold, whose end is the way out. */
    static Problem of(Redemption redemption) {
        return Problem.of(
                        LedgerProblem.REDEMPTION_RESERVED,
                        "Whoever placed the hold captures or voids it.")
                .with("hold", redemption.id())
                .with("reservedUntil", redemption.reservedUntil());
    }
}
