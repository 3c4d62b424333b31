package dev.cairn.ledger.redemption;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.GiveBack;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotAllocator;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Movement;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.account.Taken;
import dev.cairn.ledger.currency.Currency;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What spending does to an account, and what undoing it does. */
final class RedemptionAlgebra {
    private RedemptionAlgebra() {}

    /** What is missing for this price; zero when the balance suffices. */
    static long missing(Account account, long price) {
        return Math.max(0, price - account.balance().active());
    }

    /** Why an account cannot pay this price; empty when it can. */
    static Optional<Problem> refusal(Account account, long price) {
        return refusal(account, price, 0);
    }

    /**
     * Why an account cannot pay this price; empty when it can.
     *
     * @param reserve points that have to be left afterwards, from 0
     */
    static Optional<Problem> refusal(Account account, long price, long reserve) {
        if (account.standing().closed()) {
            return Optional.of(
                    Problem.of(LedgerProblem.ACCOUNT_CLOSED, "Nothing is spent here any more."));
        }
        if (account.standing().frozen()) {
            return Optional.of(
                    Problem.of(LedgerProblem.ACCOUNT_FROZEN, "Points come in, but none go out."));
        }
        var missing = missing(account, price + reserve);
        return missing == 0
                ? Optional.empty()
                : Optional.of(
                        Problem.of(
                                        LedgerProblem.INSUFFICIENT_POINTS,
                                        "%d points are missing.".formatted(missing))
                                .with("required", price + reserve)
                                .with("available", account.balance().active())
                                .with("missing", missing));
    }

    /**
     * Takes the price from the lots that run out first. The balance must suffice.
     *
     * @param reason what members read
     */
    static Posting spend(
            Account account,
            BusinessKey key,
            Subject.Redemption what,
            long price,
            String reason,
            Instant now) {
        var movement = new Movement().move(price, Pot.ACTIVE, Pot.REDEEMED);
        var covered = 0L;
        for (var take : LotAllocator.take(price, account.lots())) {
            movement.use(take.lot(), LotUse.Kind.REDEEMED, take.points());
            covered += take.points();
        }
        if (covered != price) {
            throw new IllegalStateException(
                    "an account has %d points to spend, but its lots give %d of %d"
                            .formatted(account.balance().active(), covered, price));
        }
        return account.post(key, PostingKind.REDEEMED, price, what, reason, now, movement);
    }

    /**
     * Gives points back to the lots that paid, at the age they have, as if less had been spent: the
     * lot that was spent last comes first. Debts are paid first, and what should have run out by
     * now does so.
     *
     * @param paid what lots gave and did not get back yet, all of them loaded
     * @param points from 1 to all that they gave
     * @param reason what members read
     */
    static Posting giveBack(
            Account account,
            Currency currency,
            BusinessKey key,
            Subject.Redemption what,
            Taken paid,
            long points,
            String reason,
            Instant now) {
        var movement = new Movement();
        var back = new Taken(lastSpentFirst(account, paid.uses(), points), paid.usedSince());
        GiveBack.restore(account, currency, movement, back, Pot.REDEEMED, key, now);
        var posting =
                account.post(
                        key, PostingKind.REDEMPTION_CANCELLED, points, what, reason, now, movement);
        PassTime.until(now, account);
        return posting;
    }

    private static List<LotUse> lastSpentFirst(Account account, List<LotUse> paid, long points) {
        var order =
                Comparator.comparing((LotUse use) -> account.lot(use.lotId()), Lot.SPENDING_ORDER);
        var back = new ArrayList<LotUse>();
        var left = points;
        for (var use : paid.stream().sorted(order.reversed()).toList()) {
            var part = Math.min(left, use.amount());
            if (part > 0) {
                back.add(new LotUse(use.lotId(), use.kind(), part));
                left -= part;
            }
        }
        if (left > 0) {
            throw new IllegalStateException(
                    "lots gave %d points less than %d".formatted(left, points));
        }
        return back;
    }
}
