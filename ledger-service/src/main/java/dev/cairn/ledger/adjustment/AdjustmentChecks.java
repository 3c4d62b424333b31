package dev.cairn.ledger.adjustment;

import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.currency.Currency;
import java.time.Instant;
import java.util.Optional;

/** Says what is wrong with a wish, whatever the account looks like. */
final class AdjustmentChecks {
    private AdjustmentChecks() {}

    static Optional<Problem> complaint(AdjustmentRequest wish, Currency currency, Instant now) {
        if (wish.points() == 0) {
            return invalid("points", "must not be zero.");
        }
        if (wish.expiresAt() != null && !wish.expiresAt().isAfter(now)) {
            return invalid("expiresAt", "must be in the future.");
        }
        var reasons = currency.adjustments().reasons();
        return reasons.contains(wish.reason())
                ? Optional.empty()
                : Optional.of(
                        Problem.of(LedgerProblem.REASON_UNKNOWN, "There is no such reason.")
                                .with("known", reasons));
    }

    /** Points that would run out as soon as they came are not given any more. */
    static Optional<Problem> tooLate(Adjustment adjustment, Instant now) {
        var end = adjustment.expiresAt();
        return end == null || end.isAfter(now)
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                        LedgerProblem.ADJUSTMENT_TOO_LATE,
                                        "The points would have run out already; ask anew.")
                                .with("expiresAt", end.toString())
                                .with("now", now.toString()));
    }

    private static Optional<Problem> invalid(String field, String complaint) {
        return Optional.of(
                Problem.of(KitProblem.INVALID_REQUEST, field + " " + complaint)
                        .with("field", field));
    }
}
