package dev.cairn.ledger.household;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.LotAllocator.Take;
import dev.cairn.ledger.account.MemberAccountStore;
import dev.cairn.ledger.household.HouseholdConfig.OnLeave;
import dev.cairn.ledger.merge.MergedMembers;
import dev.cairn.ledger.transfer.Gift;
import dev.cairn.ledger.transfer.MoveLots;
import dev.cairn.ledger.transfer.TransferAlgebra.Way;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lets a member go, with its share if the rule says so. Locks all accounts of the member and the
 * household, then the household itself.
 */
@ApplicationScoped
class LeaveHousehold {
    private final HouseholdStore households;
    private final Accounts accounts;
    private final MemberAccountStore memberAccounts;
    private final MoveLots moveLots;
    private final MergedMembers mergedMembers;

    LeaveHousehold(
            HouseholdStore households,
            Accounts accounts,
            MemberAccountStore memberAccounts,
            MoveLots moveLots,
            MergedMembers mergedMembers) {
        this.households = households;
        this.accounts = accounts;
        this.memberAccounts = memberAccounts;
        this.moveLots = moveLots;
        this.mergedMembers = mergedMembers;
    }

    /**
     * Lets the member go. After the last one the household is over, and what still comes to its
     * accounts goes to that member.
     *
     * @throws dev.cairn.kit.problem.Problem if it does not belong to this household
     */
    LeaveReceipt leave(
            Tx tx, String memberId, String householdId, OnLeave rule, Cause cause, Instant now) {
        var ids = memberAccounts.of(tx, List.of(memberId, householdId));
        var pools = ids.stream().filter(id -> id.memberId().equals(householdId)).toList();
        var opened = accounts.open(tx, ids, () -> new Needs(pools, List.of()), now);
        var household =
                households
                        .lock(tx, householdId)
                        .filter(found -> found.has(memberId))
                        .orElseThrow(HouseholdAlgebra::unknown);
        var returned = takeShare(tx, household, memberId, rule, opened, now);
        households.remove(tx, memberId);
        HouseholdAlgebra.ownerAfter(household, memberId)
                .ifPresentOrElse(
                        owner -> households.owner(tx, householdId, owner),
                        () -> close(tx, householdId, memberId, now));
        accounts.save(tx, opened.values(), posting -> cause, now);
        return new LeaveReceipt(householdId, memberId, returned);
    }

    private void close(Tx tx, String householdId, String lastMember, Instant now) {
        households.close(tx, householdId, now);
        mergedMembers.close(tx, householdId, lastMember, now);
    }

    private Map<String, Long> takeShare(
            Tx tx,
            Household household,
            String memberId,
            OnLeave rule,
            Map<AccountId, Account> opened,
            Instant now) {
        var given = households.lotsFrom(tx, mergedMembers.all(tx, memberId), household.id());
        var last = household.members().size() == 1;
        var returned = new TreeMap<String, Long>();
        for (var pool : List.copyOf(opened.values())) {
            if (pool.id().memberId().equals(household.id())) {
                var share = HouseholdAlgebra.share(pool, given, last, rule);
                var to = opened.get(new AccountId(memberId, pool.id().currency()));
                var points = give(tx, pool, to, share, now);
                if (points > 0) {
                    returned.put(pool.id().currency(), points);
                }
            }
        }
        return returned;
    }

    private long give(Tx tx, Account pool, Account to, List<Take> share, Instant now) {
        var place = pool.balance().version() + 1;
        var key = BusinessKey.moment("household-share", pool.id(), place);
        return moveLots.move(tx, new Way(pool, to, key, Gift.Kind.SHARE, now), share);
    }
}
