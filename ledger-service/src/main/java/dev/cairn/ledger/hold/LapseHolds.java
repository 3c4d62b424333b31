package dev.cairn.ledger.hold;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.hold.Hold.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Supplier;

/**
 * Ends holds whose time is over, at the instant at which it was, however late it is noticed: an
 * account's lots and holds end in the order in which they fell due.
 */
@ApplicationScoped
class LapseHolds {
    private final Accounts accounts;
    private final HoldStore store;
    private final Currencies currencies;

    LapseHolds(Accounts accounts, HoldStore store, Currencies currencies) {
        this.accounts = accounts;
        this.store = store;
        this.currencies = currencies;
    }

    /**
     * Opens accounts and brings them to this instant; their overdue holds have lapsed.
     *
     * @param needs asked once the accounts are locked
     */
    Map<AccountId, Account> open(
            Tx tx, SortedSet<AccountId> ids, Supplier<Needs> needs, Instant now) {
        var overdue = store.overdueOf(tx, ids, now);
        if (overdue.isEmpty()) {
            return accounts.open(tx, ids, needs, now);
        }
        var first = overdue.getFirst().lapsesAt();
        var opened = accounts.open(tx, ids, () -> new Needs(ids, needs.get().lots()), first);
        lapse(tx, opened, now);
        return opened;
    }

    /**
     * @param opened with all open lots, at an instant at which nothing had lapsed yet
     */
    private void lapse(Tx tx, Map<AccountId, Account> opened, Instant now) {
        var overdue = store.overdueOf(tx, opened.keySet(), now);
        var ids = overdue.stream().map(Hold::id).toList();
        var reserved = store.uses(tx, ids, LotUse.Kind.HELD);
        for (var hold : overdue) {
            var at = hold.lapsesAt();
            store.save(
                    tx,
                    HoldAlgebra.release(
                            opened.get(hold.account()),
                            currencies.require(hold.account().currency()),
                            hold,
                            reserved.get(hold.id()),
                            Status.LAPSED,
                            at,
                            at));
        }
        opened.values().forEach(account -> PassTime.until(now, account));
    }
}
