package dev.cairn.ledger.merge;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotAllocator.Take;
import dev.cairn.ledger.account.LotName;
import dev.cairn.ledger.transfer.Gift;
import dev.cairn.ledger.transfer.MoveLots;
import dev.cairn.ledger.transfer.Moved;
import dev.cairn.ledger.transfer.TransferAlgebra.Way;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Lets what is on the account of a merged member follow to where the member goes on: points at the
 * age that they have, waiting ones too, and debts. What is reserved stays until that is settled.
 */
@ApplicationScoped
public class FollowMerged {
    private final MergeStore merges;
    private final Accounts accounts;
    private final MoveLots moveLots;

    FollowMerged(MergeStore merges, Accounts accounts, MoveLots moveLots) {
        this.merges = merges;
        this.accounts = accounts;
        this.moveLots = moveLots;
    }

    /** Accounts with those where their members go on, and which of them lead where. */
    public record Opened(SortedMap<AccountId, Account> accounts, Map<AccountId, AccountId> ways) {}

    /**
     * Opens accounts and those where their members go on. Whoever waited for a lock may have waited
     * for a merge, and finds by how the members stand that the way is another one now.
     *
     * @param needs asked once the accounts are locked
     */
    public Opened open(
            Tx tx,
            Collection<AccountId> ids,
            Function<Map<AccountId, AccountId>, Needs> needs,
            Instant now) {
        var ways = ways(tx, ids);
        var opened = open(tx, ids, ways, needs, now);
        while (opened.values().stream().anyMatch(leadsElsewhere(ways))) {
            var newer = ways(tx, ids);
            if (newer.equals(ways)) {
                break;
            }
            ways = newer;
            opened = open(tx, ids, ways, needs, now);
        }
        return new Opened(opened, ways);
    }

    private SortedMap<AccountId, Account> open(
            Tx tx,
            Collection<AccountId> ids,
            Map<AccountId, AccountId> ways,
            Function<Map<AccountId, AccountId>, Needs> needs,
            Instant now) {
        var all = new TreeSet<>(ids);
        all.addAll(ways.values());
        return accounts.open(tx, all, () -> needs.apply(ways), now);
    }

    private static Predicate<Account> leadsElsewhere(Map<AccountId, AccountId> ways) {
        return account -> account.standing().goesOn() != ways.containsKey(account.id());
    }

    /** From accounts of merged members to the accounts at the end of their way. */
    Map<AccountId, AccountId> ways(Tx tx, Collection<AccountId> ids) {
        var ends = merges.ends(tx, ids.stream().map(AccountId::memberId).distinct().toList());
        var ways = new HashMap<AccountId, AccountId>();
        for (var id : ids) {
            if (ends.containsKey(id.memberId())) {
                ways.put(id, new AccountId(ends.get(id.memberId()), id.currency()));
            }
        }
        return ways;
    }

    /** What has to be loaded so that everything can follow. */
    public static Needs needs(Needs others, Map<AccountId, AccountId> ways) {
        if (ways.isEmpty()) {
            return others;
        }
        var all = new ArrayList<>(others.allLotsOf());
        all.addAll(ways.keySet());
        all.addAll(ways.values());
        return new Needs(all, others.lots());
    }

    /**
     * As {@link #needs(Needs, Map)}, and all that a decision about awards may call back from where
     * the members go on.
     *
     * @param others with the lots of these awards
     */
    public Needs needs(Tx tx, Needs others, Map<AccountId, AccountId> ways) {
        if (ways.isEmpty()) {
            return others;
        }
        var lots = new ArrayList<>(others.lots());
        var own = lots.stream().map(LotName::id).toList();
        lots.addAll(merges.expired(tx, ways.values(), own));
        return needs(new Needs(others.allLotsOf(), lots), ways);
    }

    /** Writes down what came back from where a member goes on. */
    public void write(Tx tx, Collection<Moved> back) {
        back.forEach(moved -> moveLots.write(tx, moved));
    }

    /** Moves all that can move; the accounts of both ends must be open. */
    public void follow(
            Tx tx, Map<AccountId, Account> opened, Map<AccountId, AccountId> ways, Instant now) {
        ways.forEach((from, to) -> follow(tx, opened.get(from), opened.get(to), now));
    }

    private void follow(Tx tx, Account from, Account to, Instant now) {
        var takes =
                from.lots().stream()
                        .filter(lot -> lot.free() > 0)
                        .sorted(Lot.SPENDING_ORDER)
                        .map(lot -> new Take(lot, lot.free()))
                        .toList();
        moveLots.move(tx, new Way(from, to, key("merge", from), Gift.Kind.MERGE, now), takes);
        var debt = key("merged-debt", from);
        moveLots.moveDebt(tx, new Way(to, from, debt, Gift.Kind.MERGE, now));
    }

    /** Named by the place that it takes in the history of the account that is left. */
    private static BusinessKey key(String what, Account left) {
        return BusinessKey.moment(what, left.id(), left.balance().version() + 1);
    }
}
