package dev.cairn.ledger.expiry;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Movement;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.UUID;

/** Lets expired points live again in their own lots, with a new last day. */
final class ReinstatementAlgebra {
    /** What expired last comes back first. */
    private static final Comparator<Lot> LATEST_FIRST =
            Comparator.comparing(Lot::expiresAt).reversed().thenComparing(Lot::id);

    private ReinstatementAlgebra() {}

    /** What can come back from these lots at most. */
    static long expired(Collection<Lot> lots) {
        return lots.stream().mapToLong(Lot::expired).sum();
    }

    /** Posts what somebody asked for; nothing may speak against it. */
    static void reinstate(LostPoints lost, Reinstatement wish, Instant now) {
        reinstate(
                lost.account(),
                wish.id(),
                lost.lots(),
                wish.points(),
                wish.expiresAt(),
                wish.reason(),
                now);
    }

    /**
     * Gives back so many points; debts are paid first. What waited when it expired waits again.
     *
     * @param id names the deed
     * @param points at most what expired of the account's lots
     * @param from lots of the account that may give something back
     * @param expiresAt their new last day; a later one that a lot has already stays
     */
    static Posting reinstate(
            Account account,
            UUID id,
            Collection<Lot> from,
            long points,
            Instant expiresAt,
            String reason,
            Instant now) {
        var movement = new Movement();
        var missing = points;
        for (var lot : from.stream().sorted(LATEST_FIRST).toList()) {
            var back = Math.min(missing, lot.expired());
            if (back > 0) {
                comeBack(account, movement, lot, back, expiresAt);
                missing -= back;
            }
        }
        if (missing > 0) {
            throw new IllegalStateException("more should come back than has expired");
        }
        return account.post(
                new BusinessKey("reinstatement:" + id),
                PostingKind.REINSTATED,
                points,
                new Subject.Deed(id),
                "Expired points came back: " + reason + ".",
                now,
                movement);
    }

    private static void comeBack(
            Account account, Movement movement, Lot lot, long points, Instant expiresAt) {
        if (lot.expiresAt().isBefore(expiresAt)) {
            account.put(lot.expiringAt(expiresAt));
        }
        movement.use(lot, LotUse.Kind.EXPIRED, -points);
        if (lot.pending()) {
            movement.move(points, Pot.EXPIRED, Pot.PENDING);
        } else {
            account.receive(movement, lot.id(), points, Pot.EXPIRED);
        }
    }
}
