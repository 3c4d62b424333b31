package dev.cairn.ledger.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Accounts whose rows were seen committed. A row never goes away, so nobody needs to ask whether it
 * is there before locking it; a database that was put back to an older state is found out by the
 * lock itself.
 */
@ApplicationScoped
class SeenAccounts {
    /** Some megabytes; when it is full it begins anew. */
    private static final int MOST = 50_000;

    private final Set<AccountId> seen = ConcurrentHashMap.newKeySet();

    /** Those that may have no row yet, in their order. */
    List<AccountId> missingFrom(Collection<AccountId> ids) {
        return ids.stream().filter(id -> !seen.contains(id)).toList();
    }

    /** Their rows are committed. */
    void saw(Collection<AccountId> ids) {
        if (seen.size() + ids.size() > MOST) {
            seen.clear();
        }
        seen.addAll(ids);
    }
}
