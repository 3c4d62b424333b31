package dev.cairn.ledger.expiry;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** Gives a member expired points back. */
@ApplicationScoped
class ReinstatePoints {
    private final Accounts accounts;
    private final ReinstatementStore store;
    private final CairnClock clock;

    ReinstatePoints(Accounts accounts, ReinstatementStore store, CairnClock clock) {
        this.accounts = accounts;
        this.store = store;
        this.clock = clock;
    }

    /** What became of a wish. */
    sealed interface Outcome {
        record Reinstated(Reinstatement reinstatement) implements Outcome {}

        /** So much has not expired. */
        record TooMuch(long required, long available) implements Outcome {}

        /** The new last day is over already. */
        record Over(Instant now) implements Outcome {}

        /** Nothing may be kept in this account any more. */
        record Closed() implements Outcome {}
    }

    /**
     * @param key names the wish; the same wish never comes here twice
     * @param decidedBy the caller
     */
    Outcome reinstate(
            Tx tx, AccountId id, BusinessKey key, ReinstatementRequest wish, String decidedBy) {
        var now = clock.instant();
        var expiresAt = wish.expiresAt().truncatedTo(ChronoUnit.MICROS);
        if (!expiresAt.isAfter(now)) {
            return new Outcome.Over(now);
        }
        var lost = new HashSet<UUID>();
        var account =
                accounts.open(tx, new TreeSet<>(List.of(id)), () -> lost(tx, id, wish, lost), now)
                        .get(id);
        if (account.standing().closed()) {
            return new Outcome.Closed();
        }
        var from =
                account.lots().stream()
                        .filter(lot -> lost.contains(lot.id()) || expiredJustNow(lot, wish))
                        .toList();
        var outcome = reinstate(tx, account, key, from, wish, expiresAt, decidedBy, now);
        accounts.save(tx, List.of(account), posting -> Cause.none(), now);
        return outcome;
    }

    private Outcome reinstate(
            Tx tx,
            Account account,
            BusinessKey key,
            Collection<Lot> from,
            ReinstatementRequest wish,
            Instant expiresAt,
            String decidedBy,
            Instant now) {
        var available = ReinstatementAlgebra.expired(from);
        var points = wish.points() == null ? available : wish.points();
        if (points > available || points == 0) {
            return new Outcome.TooMuch(Math.max(1, points), available);
        }
        ReinstatementAlgebra.reinstate(account, key, from, points, expiresAt, wish.reason(), now);
        var done =
                new Reinstatement(
                        key.id(),
                        account.id().memberId(),
                        account.id().currency(),
                        points,
                        wish.reason(),
                        expiresAt,
                        account.balance().visible());
        store.insert(tx, done, wish.awardId(), wish.note(), decidedBy, now);
        Log.infof("reinstated: points=%d reason=%s id=%s", points, wish.reason(), done.id());
        return new Outcome.Reinstated(done);
    }

    private Needs lost(Tx tx, AccountId id, ReinstatementRequest wish, Collection<UUID> lost) {
        lost.addAll(store.lotsThatLost(tx, id, wish.awardId()));
        return Needs.lotsOf(id, lost);
    }

    /** Opening an account lets due points expire; they count too. */
    private static boolean expiredJustNow(Lot lot, ReinstatementRequest wish) {
        return lot.expired() > 0
                && (wish.awardId() == null || wish.awardId().equals(lot.awardId()));
    }
}
