package dev.cairn.ledger.account;

import java.time.Instant;
import java.util.TreeSet;

/**
 * Does to an account what time did to it, in the order in which it fell due. At the same instant
 * points first become active, paying debts, and then run out. Points that wait for an action which
 * never came run out as well. What is reserved runs out when it is free again.
 *
 * @see "docs/programme/currencies.md, The turn of a day"
 */
public final class PassTime {
    private PassTime() {}

    /** Brings an account to this instant. Doing it twice changes nothing. */
    public static void until(Instant now, Account account) {
        if (account.nothingDueBy(now)) {
            return;
        }
        var moments = new TreeSet<Instant>();
        for (var lot : account.lots()) {
            if (lot.activatesBy(now)) {
                moments.add(lot.activeFrom());
            }
            if (lot.expiresBy(now)) {
                moments.add(lot.expiresAt());
            }
        }
        for (var moment : moments) {
            activate(account, moment);
            expire(account, moment);
        }
    }

    private static void activate(Account account, Instant moment) {
        account.lots().stream()
                .filter(lot -> lot.activatesBy(moment))
                .sorted(Lot.SPENDING_ORDER)
                .forEach(lot -> activate(account, lot));
    }

    private static void activate(Account account, Lot lot) {
        activate(account, lot, lot.activeFrom());
    }

    /** Ends the waiting of a lot, for whatever reason, at this instant. */
    public static void activate(Account account, Lot lot, Instant moment) {
        account.put(lot.waiting(false));
        if (lot.remaining() == 0) {
            return;
        }
        var movement = new Movement();
        account.receive(movement, lot.id(), lot.remaining(), Pot.PENDING);
        account.post(
                BusinessKey.moment("activation", account.id(), account.balance().version() + 1),
                PostingKind.ACTIVATED,
                lot.remaining(),
                subject(lot),
                "These points can be spent now.",
                moment,
                movement);
    }

    /** Only an award's own lot speaks for it: other members may have awards of the same name. */
    private static Subject subject(Lot lot) {
        return lot.source() == LotSource.AWARD
                ? new Subject.Award(lot.awardId(), null, false, lot.expiresAt())
                : new Subject.Deed(lot.id());
    }

    private static void expire(Account account, Instant moment) {
        var over =
                account.lots().stream()
                        .filter(lot -> lot.expiresBy(moment))
                        .sorted(Lot.SPENDING_ORDER)
                        .toList();
        if (over.isEmpty()) {
            return;
        }
        var movement = new Movement();
        for (var lot : over) {
            movement.move(lot.free(), lot.pending() ? Pot.PENDING : Pot.ACTIVE, Pot.EXPIRED);
            movement.use(lot, LotUse.Kind.EXPIRED, lot.free());
        }
        account.post(
                BusinessKey.moment("expiry", account.id(), account.balance().version() + 1),
                PostingKind.EXPIRED,
                movement.net(Pot.EXPIRED),
                new Subject.Time(),
                "These points were not spent in time.",
                moment,
                movement);
    }
}
