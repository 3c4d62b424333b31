package dev.cairn.ledger.erasure;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.member.MemberNews;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedSet;

/**
 * Forgets a member. The journal knows only the pseudonym and stays, so that sums and seals hold;
 * all else goes, and the points that are left are forfeited.
 */
@ApplicationScoped
class EraseMember implements MemberNews {
    private final Accounts accounts;
    private final ErasureStore store;
    private final List<ForgetMember> forgetful;
    private final CairnClock clock;

    EraseMember(
            Accounts accounts,
            ErasureStore store,
            @All List<ForgetMember> forgetful,
            CairnClock clock) {
        this.accounts = accounts;
        this.store = store;
        this.forgetful = forgetful;
        this.clock = clock;
    }

    @Override
    public void on(Tx tx, MemberEvent event, Cause cause) {
        if (event instanceof MemberErased erased) {
            erase(tx, erased.memberId(), cause);
        }
    }

    private void erase(Tx tx, String memberId, Cause cause) {
        var ids = store.accounts(tx, memberId);
        settle(tx, ids, cause);
        store.erase(tx, memberId, clock.instant());
        forgetful.forEach(feature -> feature.forget(tx, memberId));
        settle(tx, ids, cause);
        tx.afterCommit(() -> Log.info("member erased"));
    }

    /** Locks the accounts and lets time pass; once the member is erased, empties them. */
    private void settle(Tx tx, SortedSet<AccountId> ids, Cause cause) {
        if (ids.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var opened = accounts.open(tx, ids, () -> new Needs(ids, List.of()), now);
        accounts.save(tx, opened.values(), posting -> cause, now);
    }
}
