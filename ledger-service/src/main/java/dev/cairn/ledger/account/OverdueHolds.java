package dev.cairn.ledger.account;

import dev.cairn.kit.db.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Knows the holds whose time is over. Accounts end them before anything else happens, so that
 * nobody finds points reserved that have been free for a while.
 */
public interface OverdueHolds {

    /** Those of these accounts that nobody has ended yet; no statement for no accounts. */
    Overdue find(Tx tx, Collection<AccountId> accounts, Instant now);

    /** Holds of some accounts, each over at its own instant. */
    interface Overdue {
        boolean none();

        /** The lots that they reserve. */
        Collection<LotName> lots();

        /** Lets time pass on the accounts up to the end of each hold, and ends it. */
        void end(Map<AccountId, Account> accounts);

        /** Writes down that those ended that did. */
        void save(Tx tx);
    }
}
