package dev.cairn.ledger.conversion;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotAllocator;
import dev.cairn.ledger.account.LotAllocator.Take;
import dev.cairn.ledger.account.LotSource;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Movement;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.ExpiryDay;
import dev.cairn.ledger.currency.ExpiryModel;
import java.time.Instant;
import java.util.List;

/**
 * Two legs: points leave one currency and enter another. Each lot that gives becomes a lot that was
 * earned when it was, and that runs out when the new currency says so for points of today, but
 * never later than the lot would have: there and back again makes no points younger.
 */
final class ConversionAlgebra {
    private ConversionAlgebra() {}

    /** The member must have what is taken. */
    static void convert(
            Account from,
            Account to,
            Currency target,
            Exchange exchange,
            BusinessKey key,
            Instant now) {
        var takes = LotAllocator.take(exchange.taken(), from.lots());
        takeOut(from, to, takes, exchange, key, now);
        putIn(from, to, target, takes, exchange, key, now);
    }

    private static void takeOut(
            Account from,
            Account to,
            List<Take> takes,
            Exchange exchange,
            BusinessKey key,
            Instant now) {
        var movement = new Movement().move(exchange.taken(), Pot.ACTIVE, Pot.CONVERTED);
        takes.forEach(t -> movement.use(t.lot(), LotUse.Kind.TRANSFERRED, t.points()));
        from.post(
                key.part("out"),
                PostingKind.CONVERTED_OUT,
                exchange.taken(),
                new Subject.Conversion(key.id(), to.id().currency()),
                "You changed points into another currency.",
                now,
                movement);
    }

    private static void putIn(
            Account from,
            Account to,
            Currency target,
            List<Take> takes,
            Exchange exchange,
            BusinessKey key,
            Instant now) {
        var movement = new Movement();
        var taken = 0L;
        for (var take : takes) {
            var before = exchange.upTo(taken);
            taken += take.points();
            var points = exchange.upTo(taken) - before;
            if (points > 0) {
                var lot = born(take.lot(), target, key, now);
                to.put(lot);
                movement.use(lot, LotUse.Kind.RECEIVED, -points);
                to.receive(movement, lot.id(), points, Pot.CONVERTED);
            }
        }
        to.post(
                key.part("in"),
                PostingKind.CONVERTED_IN,
                exchange.given(),
                new Subject.Conversion(key.id(), from.id().currency()),
                "You changed points of another currency.",
                now,
                movement);
    }

    private static Lot born(Lot origin, Currency target, BusinessKey key, Instant now) {
        var id = key.part("lot:" + origin.id()).id();
        var usual = ExpiryDay.after(target.expiry(), target.zone(), now);
        var slides = target.expiry() instanceof ExpiryModel.Sliding;
        return Lot.open(
                        id,
                        LotSource.CONVERSION,
                        null,
                        origin.earnedAt(),
                        earlier(usual, origin.expiresAt()))
                .sliding(slides && (origin.sliding() || origin.expiresAt() == null));
    }

    /** The earlier of two ends; null means never. */
    private static Instant earlier(Instant one, Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isBefore(other) ? one : other;
    }
}
