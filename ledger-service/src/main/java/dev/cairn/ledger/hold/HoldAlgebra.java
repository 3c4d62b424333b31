package dev.cairn.ledger.hold;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.GiveBack;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotAllocator;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Movement;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.account.Taken;
import dev.cairn.ledger.currency.Currency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What holds do to an account. A hold reserves lots, in the order in which spending takes them. A
 * capture takes from them in the same order and a refund returns in the opposite one, so that
 * capturing less, or refunding part of it, leaves the same lots.
 */
final class HoldAlgebra {
    private HoldAlgebra() {}

    /** Some lots' points, and those that are left. */
    private record Split(List<LotUse> part, List<LotUse> rest) {}

    /** Reserves the points. The balance must suffice. */
    static Hold place(Account account, Hold hold) {
        var points = hold.points();
        var movement = new Movement().move(points, Pot.ACTIVE, Pot.HELD);
        var covered = 0L;
        for (var take : LotAllocator.take(points, account.lots())) {
            movement.use(take.lot(), LotUse.Kind.HELD, take.points());
            covered += take.points();
        }
        if (covered != points) {
            throw new IllegalStateException(
                    "an account has %d points to reserve, but its lots give %d of %d"
                            .formatted(account.balance().active(), covered, points));
        }
        account.post(
                new BusinessKey("hold:" + hold.id()),
                PostingKind.HELD,
                points,
                subject(hold),
                ofReward(hold, ": reserved.", "These points are reserved."),
                hold.placedAt(),
                movement);
        return hold;
    }

    /**
     * Takes reserved points for good; what is left becomes free unless it is kept. The rest is
     * released first, so that the last thing that is told of a hold is what was captured.
     *
     * @param reserved what the hold still reserves, by lot
     * @param points from 1 to what is held
     */
    static Hold capture(
            Account account,
            Currency currency,
            Hold hold,
            List<LotUse> reserved,
            long points,
            boolean keepRest,
            Instant now) {
        var split = split(reserved, points, spendingOrder(account));
        var released = !keepRest && hold.held() > points;
        if (released) {
            giveBack(account, currency, hold, split.rest(), "What was left is free again.", now);
        }
        var movement = new Movement().move(points, Pot.HELD, Pot.REDEEMED);
        for (var use : split.part()) {
            var lot = account.lot(use.lotId());
            movement.use(lot, LotUse.Kind.HELD, -use.amount());
            movement.use(lot, LotUse.Kind.REDEEMED, use.amount());
        }
        account.post(
                captureAfter(hold, hold.captured()),
                PostingKind.HOLD_CAPTURED,
                points,
                subject(hold),
                ofReward(hold, "", "Reserved points were spent."),
                now,
                movement);
        PassTime.until(now, account);
        var after = hold.capturing(points, now);
        return released ? after.releasing(Hold.Status.CAPTURED, now) : after;
    }

    /**
     * Ends the hold: what is still reserved becomes free. Debts are paid first, and for lots whose
     * time is over the currency says what happens.
     *
     * @param at when it ended
     * @param now to which the account is brought
     */
    static Hold release(
            Account account,
            Currency currency,
            Hold hold,
            List<LotUse> reserved,
            Hold.Status end,
            Instant at,
            Instant now) {
        var reason = end == Hold.Status.LAPSED ? "The reservation ran out." : "It was called off.";
        PassTime.until(at, account);
        giveBack(account, currency, hold, reserved, reason, at);
        PassTime.until(now, account);
        return hold.releasing(end, at);
    }

    /**
     * Gives back some of what was captured, to the lots that it came from.
     *
     * @param taken what captures took and refunds have not given back, by lot
     * @param points from 1 to what is refundable
     * @param why what members read
     */
    static Hold refund(
            Account account,
            Currency currency,
            Hold hold,
            Taken taken,
            long points,
            RefundReason why,
            Instant now) {
        var key = new BusinessKey("hold-refund:" + hold.id() + ":" + hold.refunded());
        var order = spendingOrder(account).reversed();
        var back = new Taken(split(taken.uses(), points, order).part(), taken.usedSince());
        var movement = new Movement();
        GiveBack.restore(account, currency, movement, back, Pot.REDEEMED, key, now);
        account.post(
                key,
                PostingKind.REDEMPTION_CANCELLED,
                points,
                subject(hold),
                why.text(),
                now,
                movement);
        PassTime.until(now, account);
        return hold.refunding(points);
    }

    private static void giveBack(
            Account account,
            Currency currency,
            Hold hold,
            List<LotUse> reserved,
            String reason,
            Instant at) {
        var key = new BusinessKey("hold-release:" + hold.id());
        var movement = new Movement();
        var back = Taken.reserved(reserved);
        GiveBack.restore(account, currency, movement, back, Pot.HELD, key, at);
        account.post(
                key,
                PostingKind.HOLD_RELEASED,
                reserved.stream().mapToLong(LotUse::amount).sum(),
                subject(hold),
                reason,
                at,
                movement);
    }

    private static Split split(List<LotUse> uses, long points, Comparator<LotUse> order) {
        var part = new ArrayList<LotUse>();
        var rest = new ArrayList<LotUse>();
        var left = points;
        for (var use : uses.stream().sorted(order).toList()) {
            var taken = Math.min(left, use.amount());
            if (taken > 0) {
                part.add(new LotUse(use.lotId(), use.kind(), taken));
            }
            if (taken < use.amount()) {
                rest.add(new LotUse(use.lotId(), use.kind(), use.amount() - taken));
            }
            left -= taken;
        }
        if (left > 0) {
            throw new IllegalStateException("the lots lack " + left + " of " + points + " points");
        }
        return new Split(part, rest);
    }

    private static Comparator<LotUse> spendingOrder(Account account) {
        return Comparator.comparing(use -> account.lot(use.lotId()), Lot.SPENDING_ORDER);
    }

    /** The capture that found so much of a hold captured before. */
    static BusinessKey captureAfter(Hold hold, long captured) {
        return new BusinessKey("hold-capture:" + hold.id() + ":" + captured);
    }

    private static Subject.Hold subject(Hold hold) {
        var redemptionId = hold.reward() == null ? null : hold.id();
        return new Subject.Hold(hold.id(), hold.lapsesAt(), redemptionId, hold.title());
    }

    /** Only the titles of rewards may stand in the journal: others are free text of a shop. */
    private static String ofReward(Hold hold, String what, String otherwise) {
        return hold.reward() == null || hold.title() == null ? otherwise : hold.title() + what;
    }
}
