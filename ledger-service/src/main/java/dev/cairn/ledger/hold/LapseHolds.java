package dev.cairn.ledger.hold;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.hold.Hold.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Ends holds whose time is over, at the instant at which it was, however late it is noticed. */
@ApplicationScoped
class LapseHolds {
    private final HoldStore store;
    private final Currencies currencies;

    LapseHolds(HoldStore store, Currencies currencies) {
        this.store = store;
        this.currencies = currencies;
    }

    /**
     * Ends those that are still open and overdue.
     *
     * @param accounts locked, with the lots that the holds reserve
     * @param holds read since; the longest overdue first
     */
    void lapse(Tx tx, Map<AccountId, Account> accounts, List<Hold> holds, Instant now) {
        var overdue = holds.stream().filter(hold -> hold.overdueAt(now)).toList();
        if (overdue.isEmpty()) {
            return;
        }
        var ids = overdue.stream().map(Hold::id).toList();
        var reserved = store.uses(tx, ids, LotUse.Kind.HELD);
        for (var hold : overdue) {
            store.save(
                    tx,
                    HoldAlgebra.release(
                            accounts.get(hold.account()),
                            currencies.require(hold.account().currency()),
                            hold,
                            reserved.get(hold.id()),
                            Status.LAPSED,
                            hold.lapsesAt(),
                            now));
        }
    }
}
