package dev.cairn.ledger.erasure;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.contracts.MemberEvent.MemberMerged;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.MemberAccountStore;
import dev.cairn.ledger.member.MemberNews;
import dev.cairn.ledger.merge.MergedMembers;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/**
 * Forgets a member, and all that were merged into it, whatever is told first. The journal knows
 * only the pseudonym and stays, so that sums and seals hold; all else goes, and the points that are
 * left are forfeited. Accounts in all currencies are locked, also those that are not there yet:
 * what comes in later finds the member erased.
 */
@ApplicationScoped
@Priority(MemberNews.ERASURES)
class EraseMember implements MemberNews {
    private final Accounts accounts;
    private final MemberAccountStore memberAccounts;
    private final MergedMembers merged;
    private final ErasureStore store;
    private final List<ForgetMember> forgetful;
    private final CairnClock clock;

    EraseMember(
            Accounts accounts,
            MemberAccountStore memberAccounts,
            MergedMembers merged,
            ErasureStore store,
            @All List<ForgetMember> forgetful,
            CairnClock clock) {
        this.accounts = accounts;
        this.memberAccounts = memberAccounts;
        this.merged = merged;
        this.store = store;
        this.forgetful = forgetful;
        this.clock = clock;
    }

    /** A merge touches by itself whom it may erase. */
    @Override
    public Collection<String> touches(Tx tx, MemberEvent event) {
        return event instanceof MemberErased erased ? merged.all(tx, erased.memberId()) : List.of();
    }

    @Override
    public void on(Tx tx, MemberEvent event, Cause cause) {
        switch (event) {
            case MemberErased erased -> erase(tx, erased.memberId(), cause);
            case MemberMerged news -> {
                if (merged.erased(tx, news.into())) {
                    erase(tx, news.memberId(), cause);
                }
            }
            case MemberEvent.MemberEnrolled enrolled -> {}
            case MemberEvent.MemberChanged changed -> {}
        }
    }

    private void erase(Tx tx, String memberId, Cause cause) {
        var members = merged.all(tx, memberId);
        var ids = memberAccounts.of(tx, members);
        settle(tx, ids, cause);
        for (var member : members) {
            store.erase(tx, member, clock.instant());
            forgetful.forEach(feature -> feature.forget(tx, member));
        }
        settle(tx, ids, cause);
        tx.afterCommit(() -> Log.info("member erased"));
    }

    /** Locks the accounts and lets time pass; once the member is erased, empties them. */
    private void settle(Tx tx, SortedSet<AccountId> ids, Cause cause) {
        var now = clock.instant();
        var opened = accounts.open(tx, ids, () -> new Needs(ids, List.of()), now);
        accounts.save(tx, opened.values(), posting -> cause, now);
    }
}
