package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotAllocator;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Movement;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.Currency.BeyondBalance;
import java.time.Instant;
import java.util.List;

/**
 * Takes points of an award back: from what waits or is unspent of it, then from what expired of it,
 * which costs the member nothing, in either case wherever they are on this account, then from the
 * member's other points if the currency allows that. What nobody has is owed, waived, or a reason
 * to take nothing, as the currency says. Reserved points are not touched.
 *
 * @see "docs/programme/currencies.md, What a return takes back"
 */
final class ClawBack {
    private ClawBack() {}

    /** An award that has to give points back, and by what it is told. */
    record Claim(BusinessKey key, String awardId, AwardCategory category, String reason) {
        /** What the claim does to one of several lots. */
        Claim on(Lot lot) {
            return new Claim(key.part("lot:" + lot.id()), awardId, category, reason);
        }
    }

    /**
     * Takes the points, or nothing if the currency forbids to take a part.
     *
     * @param account with all open lots, and those with points of the award that ran out
     * @param own the award's lot
     * @return what was taken, waived or is owed from now on: all or nothing
     */
    static long take(
            Account account, Currency currency, Claim claim, Lot own, long points, Instant now) {
        var unspent = own.free() + sum(siblings(account, own));
        var revived = Math.min(lost(account, own), Math.max(0, points - unspent));
        if (currency.beyondBalance() == BeyondBalance.FORBID
                && points
                        > unspent
                                + useful(account, revived)
                                + sum(others(account, currency, own))) {
            return 0;
        }
        revive(account, claim, own, revived, now);
        var movement = new Movement();
        var missing = points - takeOwn(movement, account.lot(own.id()), points);
        missing -= takeFrom(movement, siblings(account, own), missing);
        missing -= takeFrom(movement, others(account, currency, own), missing);
        beyond(account, currency, movement, missing);
        account.post(
                claim.key(),
                PostingKind.REVERSED,
                points,
                subject(claim, account.lot(own.id())),
                claim.reason(),
                now,
                movement);
        return points;
    }

    /** What ran out of an award, in its own lot and in its others. */
    static long lost(Account account, Lot own) {
        return own.expired() + siblings(account, own).stream().mapToLong(Lot::expired).sum();
    }

    /** Of the own lot first, then of the others in the order in which they would be spent. */
    private static void revive(Account account, Claim claim, Lot own, long points, Instant now) {
        var first = Math.min(points, own.expired());
        if (first > 0) {
            unexpire(account, claim, own, first, now);
        }
        var left = points - first;
        for (var lot : siblings(account, own).stream().sorted(Lot.SPENDING_ORDER).toList()) {
            var part = Math.min(left, lot.expired());
            if (part > 0) {
                unexpire(account, claim.on(lot), lot, part, now);
                left -= part;
            }
        }
    }

    /**
     * Lets points of a lot live again; they wait if the lot waits. They were gone until now:
     * whoever asks for the balance of a day in between must not find them twice.
     */
    static void unexpire(Account account, Claim claim, Lot lot, long points, Instant now) {
        var movement = new Movement().use(lot, LotUse.Kind.EXPIRED, -points);
        if (lot.pending()) {
            movement.move(points, Pot.EXPIRED, Pot.PENDING);
        } else {
            account.receive(movement, lot.id(), points, Pot.EXPIRED);
        }
        account.post(
                claim.key().part("unexpired"),
                PostingKind.EXPIRY_CANCELLED,
                points,
                subject(claim, lot),
                "Expired points came back because the award changed.",
                now,
                movement);
    }

    private static long takeOwn(Movement movement, Lot own, long points) {
        var taken = Math.min(points, own.free());
        movement.move(taken, own.pending() ? Pot.PENDING : Pot.ACTIVE, Pot.REVERSED);
        movement.use(own, LotUse.Kind.REVERSED, taken);
        return taken;
    }

    private static long takeFrom(Movement movement, List<Lot> lots, long points) {
        var taken = 0L;
        for (var take : LotAllocator.take(points, lots)) {
            movement.move(take.points(), Pot.ACTIVE, Pot.REVERSED);
            movement.use(take.lot(), LotUse.Kind.REVERSED, take.points());
            taken += take.points();
        }
        return taken;
    }

    private static void beyond(
            Account account, Currency currency, Movement movement, long missing) {
        if (missing == 0) {
            return;
        }
        switch (currency.beyondBalance()) {
            case CLIP -> movement.move(missing, Pot.WRITTEN_OFF, Pot.REVERSED);
            case ARREARS -> {
                if (account.balance().active() + movement.net(Pot.ACTIVE) > 0) {
                    throw new IllegalStateException(
                            "a debt although there are points: not all lots were loaded");
                }
                movement.move(missing, Pot.ARREARS, Pot.REVERSED);
            }
            case FORBID -> throw new IllegalStateException("nothing should have been taken");
        }
    }

    /**
     * Other lots with points that this account's award once paid: they came back after their lot
     * had run out, or were given away and given back. Another member's award may have the same id;
     * what was given from that is like any other points.
     */
    private static List<Lot> siblings(Account account, Lot own) {
        return account.lots().stream().filter(lot -> !same(lot, own) && related(lot, own)).toList();
    }

    private static List<Lot> others(Account account, Currency currency, Lot own) {
        return currency.otherLots()
                ? account.lots().stream()
                        .filter(lot -> !same(lot, own) && !related(lot, own))
                        .toList()
                : List.of();
    }

    private static boolean same(Lot lot, Lot own) {
        return lot.id().equals(own.id());
    }

    private static boolean related(Lot lot, Lot own) {
        return own.id().equals(lot.origin());
    }

    /** What of the points that live again is not needed for debts. */
    private static long useful(Account account, long revived) {
        return Math.max(0, revived - account.balance().arrears());
    }

    private static long sum(List<Lot> lots) {
        return lots.stream().filter(Lot::spendable).mapToLong(Lot::free).sum();
    }

    private static Subject subject(Claim claim, Lot lot) {
        return new Subject.Award(claim.awardId(), claim.category(), lot.pending(), lot.expiresAt());
    }
}
