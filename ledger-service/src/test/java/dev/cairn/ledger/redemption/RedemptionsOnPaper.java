package dev.cairn.ledger.redemption;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.account.UsesOnPaper;
import dev.cairn.ledger.currency.Currency;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Lets the conformance cases spend without a database. */
public final class RedemptionsOnPaper {
    private RedemptionsOnPaper() {}

    public static Optional<Problem> refusal(Account account, long points) {
        return RedemptionAlgebra.refusal(account, points);
    }

    public static Posting spend(Account account, String id, long points, Instant now) {
        var key = BusinessKey.redemption(account.id().memberId(), id);
        return RedemptionAlgebra.spend(account, key, what(key.id()), points, "Coffee", now);
    }

    public static void cancel(
            Account account, Currency currency, List<Posting> journal, Posting spent, Instant now) {
        var paid = spent.uses().stream().filter(u -> u.kind() == LotUse.Kind.REDEEMED).toList();
        RedemptionAlgebra.giveBack(
                account,
                currency,
                BusinessKey.cancellation(spent.id()),
                what(spent.id()),
                UsesOnPaper.taken(account, journal, paid, spent::equals),
                spent.points(),
                "The redemption was cancelled.",
                now);
    }

    private static Subject.Redemption what(UUID id) {
        return new Subject.Redemption(id, "coffee", "Coffee");
    }
}
