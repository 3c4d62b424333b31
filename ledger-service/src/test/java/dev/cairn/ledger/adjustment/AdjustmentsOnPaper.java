package dev.cairn.ledger.adjustment;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.approval.Decision;
import dev.cairn.ledger.currency.Currency;
import java.time.Instant;
import java.util.Optional;

/** Lets the conformance cases adjust points without a database. */
public final class AdjustmentsOnPaper {
    private AdjustmentsOnPaper() {}

    public static Optional<Problem> adjust(
            Account account,
            Currency currency,
            String id,
            long points,
            String reason,
            Instant expiresAt,
            Instant now) {
        var adjustment =
                new Adjustment(
                        new BusinessKey("adjustment:" + id).id(),
                        account.id(),
                        points,
                        reason,
                        null,
                        false,
                        expiresAt,
                        Decision.DONE,
                        "support",
                        now,
                        null,
                        now);
        var refusal = AdjustmentAlgebra.refusal(account, adjustment);
        if (refusal.isEmpty()) {
            AdjustmentAlgebra.adjust(account, adjustment, currency, now);
        }
        return refusal;
    }
}
