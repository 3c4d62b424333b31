package dev.cairn.ledger.redemption;

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

/** Lets the books of other packages spend. */
public final class SpendForTests {
    private SpendForTests() {}

    public static Optional<Posting> spend(Account account, int number, long points, Instant now) {
        if (points == 0 || RedemptionAlgebra.missing(account, points) > 0) {
            return Optional.empty();
        }
        var key = BusinessKey.redemption("m-1", "wish-" + number);
        var what = new Subject.Redemption(key.id(), "coffee", "Coffee");
        return Optional.of(RedemptionAlgebra.spend(account, key, what, points, "Coffee", now));
    }

    public static void cancel(
            Account account,
            Currency currency,
            List<Posting> journal,
            Posting posting,
            Instant now) {
        var what = new Subject.Redemption(posting.id(), "coffee", "Coffee");
        var paid =
                posting.uses().stream().filter(use -> use.kind() == LotUse.Kind.REDEEMED).toList();
        var back = paid.stream().mapToLong(LotUse::amount).sum();
        var key = BusinessKey.cancellation(posting.id());
        var taken = UsesOnPaper.taken(account, journal, paid, posting::equals);
        RedemptionAlgebra.giveBack(account, currency, key, what, taken, back, "Cancelled.", now);
    }
}
