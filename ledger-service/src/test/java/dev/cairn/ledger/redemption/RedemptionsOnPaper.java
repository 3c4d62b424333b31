package dev.cairn.ledger.redemption;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.currency.Currency;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Lets the conformance cases spend without a database. */
public final class RedemptionsOnPaper {
    private RedemptionsOnPaper() {}

    public static long missing(Account account, long points) {
        return RedemptionAlgebra.missing(account, points);
    }

    public static Posting spend(Account account, String id, long points, Instant now) {
        var key = BusinessKey.redemption(account.id().memberId(), id);
        return RedemptionAlgebra.spend(account, key, what(key.id()), points, now);
    }

    public static void cancel(Account account, Currency currency, Posting spent, Instant now) {
        List<LotUse> paid =
                spent.uses().stream().filter(use -> use.kind() == LotUse.Kind.REDEEMED).toList();
        var key = BusinessKey.cancellation(spent.id());
        var what = what(spent.id());
        RedemptionAlgebra.giveBack(
                account, currency, key, what, paid, spent.points(), "Cancelled.", now);
    }

    private static Subject.Redemption what(UUID id) {
        return new Subject.Redemption(id, "coffee", "Coffee");
    }
}
