package dev.cairn.ledger.adjustment;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotAllocator;
import dev.cairn.ledger.account.LotSource;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Movement;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.account.Withdrawal;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.ExpiryDay;
import dev.cairn.ledger.currency.ExpiryModel;
import java.time.Instant;
import java.util.Optional;

/**
 * What giving and taking by hand does to an account. Given points are a lot of their own and pay
 * debts first; taken ones come from the lots that run out first.
 */
final class AdjustmentAlgebra {
    private AdjustmentAlgebra() {}

    /** What speaks against it; a freeze does not. */
    static Optional<Problem> refusal(Account account, Adjustment adjustment) {
        if (account.standing().closed()) {
            return Optional.of(Withdrawal.closed());
        }
        return adjustment.points() > 0 || adjustment.allowDebt()
                ? Optional.empty()
                : Withdrawal.shortage(account, -adjustment.points());
    }

    /** Posts it; nothing may speak against it. */
    static void adjust(Account account, Adjustment adjustment, Currency currency, Instant now) {
        if (adjustment.points() > 0) {
            give(account, adjustment, currency, now);
        } else {
            take(account, adjustment, now);
        }
    }

    private static void give(
            Account account, Adjustment adjustment, Currency currency, Instant now) {
        var lot = newLot(adjustment, currency, now);
        account.put(lot);
        var points = adjustment.points();
        var movement = new Movement().use(lot, LotUse.Kind.RECEIVED, -points);
        account.receive(movement, lot.id(), points, Pot.ADJUSTED);
        post(account, adjustment, PostingKind.ADJUSTED_UP, points, now, movement);
        PassTime.until(now, account);
    }

    private static void take(Account account, Adjustment adjustment, Instant now) {
        var points = -adjustment.points();
        var movement = new Movement();
        var taken = 0L;
        for (var take : LotAllocator.take(points, account.lots())) {
            movement.move(take.points(), Pot.ACTIVE, Pot.ADJUSTED);
            movement.use(take.lot(), LotUse.Kind.ADJUSTED, take.points());
            taken += take.points();
        }
        if (taken != Math.min(points, account.balance().active())) {
            throw new IllegalStateException(
                    "an account has %d points, but its lots give %d of %d"
                            .formatted(account.balance().active(), taken, points));
        }
        movement.move(points - taken, Pot.ARREARS, Pot.ADJUSTED);
        post(account, adjustment, PostingKind.ADJUSTED_DOWN, points, now, movement);
    }

    private static Lot newLot(Adjustment adjustment, Currency currency, Instant now) {
        var id = new BusinessKey("adjustment:" + adjustment.id() + ":lot").id();
        var own = adjustment.expiresAt();
        var usual = ExpiryDay.after(currency.expiry(), currency.zone(), now);
        var slides = own == null && currency.expiry() instanceof ExpiryModel.Sliding;
        return Lot.open(id, LotSource.ADJUSTMENT, null, now, own == null ? usual : own)
                .sliding(slides);
    }

    private static void post(
            Account account,
            Adjustment adjustment,
            PostingKind kind,
            long points,
            Instant now,
            Movement movement) {
        account.post(
                new BusinessKey("adjustment:" + adjustment.id()),
                kind,
                points,
                new Subject.Deed(adjustment.id()),
                "Support adjusted your points: " + adjustment.reason() + ".",
                now,
                movement);
    }
}
