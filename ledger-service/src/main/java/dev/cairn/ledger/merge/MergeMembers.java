package dev.cairn.ledger.merge;

import dev.cairn.contracts.MemberEvent.MemberMerged;
import dev.cairn.kit.access.MemberId;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.intake.BadRecord;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.MemberAccountStore;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Merges one member into another, as postings: nothing that was written changes. The registers of
 * its awards stay where they are; what they still pay or take back follows. News of merges and
 * erasures overtake each other: where one of the two is erased already, nothing moves, and the
 * erasure takes what is left of the other.
 */
@ApplicationScoped
class MergeMembers {
    private final Accounts accounts;
    private final MemberAccountStore memberAccounts;
    private final MergeStore merges;
    private final FollowMerged followMerged;
    private final CairnClock clock;

    MergeMembers(
            Accounts accounts,
            MemberAccountStore memberAccounts,
            MergeStore merges,
            FollowMerged followMerged,
            CairnClock clock) {
        this.accounts = accounts;
        this.memberAccounts = memberAccounts;
        this.merges = merges;
        this.followMerged = followMerged;
        this.clock = clock;
    }

    /**
     * Both members with the end of the way, and all that go on as the one that is merged: if the
     * other was erased, they are too. From now on no other merge comes between.
     *
     * @throws BadRecord if no such member can be
     */
    Collection<String> touches(Tx tx, MemberMerged news) {
        check(news);
        merges.takeTurn(tx);
        var touched = new TreeSet<>(merges.all(tx, news.memberId()));
        touched.add(news.into());
        touched.add(end(tx, news));
        return touched;
    }

    /**
     * Merges; the same news again changes nothing.
     *
     * @throws BadRecord if it contradicts an earlier merge or leads in a circle
     */
    void merge(Tx tx, MemberMerged news, Cause cause) {
        var from = news.memberId();
        check(news);
        merges.takeTurn(tx);
        var earlier = merges.target(tx, from);
        if (earlier.isPresent()) {
            if (!earlier.get().equals(news.into())) {
                throw new BadRecord("the member was merged into another one before");
            }
            return;
        }
        if (merges.all(tx, from).contains(news.into())) {
            throw new BadRecord("the merge leads in a circle");
        }
        move(tx, news, end(tx, news), cause);
        Log.info("merged: a member goes on as another");
    }

    private String end(Tx tx, MemberMerged news) {
        return merges.ends(tx, List.of(news.into())).getOrDefault(news.into(), news.into());
    }

    private void move(Tx tx, MemberMerged news, String end, Cause cause) {
        var now = clock.instant();
        var from = news.memberId();
        var ids = memberAccounts.of(tx, List.of(from, news.into(), end));
        var ways = ways(ids, from, end);
        var needs = FollowMerged.needs(Needs.NOTHING, ways);
        var opened = accounts.open(tx, ids, () -> needs, now);
        if (merges.erased(tx, from) || merges.erased(tx, news.into())) {
            merges.lead(tx, from, news.into(), now);
            return;
        }
        followMerged.follow(tx, opened, ways, now);
        accounts.save(tx, opened.values(), posting -> cause, now);
        merges.merge(tx, from, news.into(), end, now);
    }

    private static Map<AccountId, AccountId> ways(
            Iterable<AccountId> ids, String from, String end) {
        var ways = new HashMap<AccountId, AccountId>();
        for (var id : ids) {
            var target = new AccountId(end, id.currency());
            if (id.memberId().equals(from)) {
                ways.put(id, target);
            }
        }
        return ways;
    }

    private static void check(MemberMerged news) {
        if (!MemberId.valid(news.into())) {
            throw new BadRecord("into has a form that no member has");
        }
        if (news.into().equals(news.memberId())) {
            throw new BadRecord("a member cannot be merged into itself");
        }
    }
}
