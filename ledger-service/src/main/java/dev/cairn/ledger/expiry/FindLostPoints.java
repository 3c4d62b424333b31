package dev.cairn.ledger.expiry;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.Lot;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** Opens an account with the lots that points expired of. */
@ApplicationScoped
class FindLostPoints {
    private final Accounts accounts;
    private final ReinstatementStore store;

    FindLostPoints(Accounts accounts, ReinstatementStore store) {
        this.accounts = accounts;
        this.store = store;
    }

    /**
     * Locks the account.
     *
     * @param awardId only what expired of this award; of any when null
     */
    LostPoints open(Tx tx, AccountId id, String awardId, Instant now) {
        var lost = new HashSet<UUID>();
        var account =
                accounts.open(
                                tx,
                                new TreeSet<>(List.of(id)),
                                () -> needs(tx, id, awardId, lost),
                                now)
                        .get(id);
        var lots =
                account.lots().stream()
                        .filter(lot -> lost.contains(lot.id()) || expiredJustNow(lot, awardId))
                        .toList();
        return new LostPoints(account, lots);
    }

    private Needs needs(Tx tx, AccountId id, String awardId, Collection<UUID> lost) {
        lost.addAll(store.lotsThatLost(tx, id, awardId));
        return Needs.lotsOf(id, lost);
    }

    /** Opening an account lets due points expire; they count too. */
    private static boolean expiredJustNow(Lot lot, String awardId) {
        return lot.expired() > 0 && (awardId == null || awardId.equals(lot.awardId()));
    }
}
