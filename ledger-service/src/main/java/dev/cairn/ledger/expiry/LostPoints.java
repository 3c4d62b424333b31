package dev.cairn.ledger.expiry;

import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.Withdrawal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an account has lost to time and can have back.
 *
 * @param lots those that something expired of
 */
record LostPoints(Account account, List<Lot> lots) {

    /** How many points can come back at most. */
    long available() {
        return ReinstatementAlgebra.expired(lots);
    }

    /** What speaks against giving so much back; a freeze does not. */
    Optional<Problem> refusal(long points) {
        if (account.standing().closed()) {
            return Optional.of(Withdrawal.closed());
        }
        var required = Math.max(1, points);
        return required <= available()
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                        LedgerProblem.REINSTATEMENT_EXCEEDS_EXPIRED,
                                        "So many points have not expired.")
                                .with("required", required)
                                .with("available", available())
                                .with("missing", required - available()));
    }

    /** A wish must name a day that is to come. */
    static Optional<Problem> over(Reinstatement wish, Instant now) {
        return wish.expiresAt().isAfter(now)
                ? Optional.empty()
                : Optional.of(
                        Problem.of(KitProblem.INVALID_REQUEST, "expiresAt has to be in the future.")
                                .with("now", now.toString()));
    }

    /** What waited must not run out as soon as it comes back. */
    static Optional<Problem> tooLate(Reinstatement asked, Instant now) {
        return asked.expiresAt().isAfter(now)
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                        LedgerProblem.ADJUSTMENT_TOO_LATE,
                                        "The points would have run out already; ask anew.")
                                .with("expiresAt", asked.expiresAt().toString())
                                .with("now", now.toString()));
    }
}
