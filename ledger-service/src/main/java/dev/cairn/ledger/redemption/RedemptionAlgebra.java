package dev.cairn.ledger.redemption;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.GiveBack;
import dev.cairn.ledger.account.LotAllocator;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Movement;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.currency.Currency;
import java.time.Instant;
import java.util.List;

/** What spending does to an account, and what undoing it does. */
final class RedemptionAlgebra {
    private RedemptionAlgebra() {}

    /** What is missing for this price; zero when the balance suffices. */
    static long missing(Account account, long price) {
        return Math.max(0, price - account.balance().active());
    }

    /** Takes the price from the lots that run out first. The balance must suffice. */
    static Posting spend(
            Account account, BusinessKey key, Subject.Redemption what, long price, Instant now) {
        var movement = new Movement().move(price, Pot.ACTIVE, Pot.REDEEMED);
        var covered = 0L;
        for (var take : LotAllocator.take(price, account.lots())) {
            movement.use(take.lot(), LotUse.Kind.REDEEMED, take.points());
            covered += take.points();
        }
        if (covered != price) {
            throw new IllegalStateException(
                    "%s has %d points to spend, but its lots give %d of %d"
                            .formatted(account.id(), account.balance().active(), covered, price));
        }
        return account.post(key, PostingKind.REDEEMED, price, what, what.title(), now, movement);
    }

    /**
     * Gives points back to the lots that paid, at the age they have. Debts are paid first, and what
     * should have run out by now does so.
     */
    static Posting cancel(
            Account account,
            Currency currency,
            Subject.Redemption what,
            List<LotUse> paid,
            Instant now) {
        var movement = new Movement();
        var key = BusinessKey.cancellation(what.redemptionId());
        GiveBack.restore(account, currency, movement, paid, Pot.REDEEMED, key, now);
        var points = paid.stream().mapToLong(LotUse::amount).sum();
        var posting =
                account.post(
                        key,
                        PostingKind.REDEMPTION_CANCELLED,
                        points,
                        what,
                        "The redemption was cancelled.",
                        now,
                        movement);
        PassTime.until(now, account);
        return posting;
    }
}
