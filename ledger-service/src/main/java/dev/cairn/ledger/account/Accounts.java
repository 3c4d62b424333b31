package dev.cairn.ledger.account;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.outbox.Outbox;
import dev.cairn.kit.outbox.Outbox.Effect;
import dev.cairn.ledger.account.BalanceStore.Found;
import dev.cairn.ledger.account.LotStore.Owned;
import dev.cairn.ledger.currency.Currencies;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Opens accounts for a transaction and writes down what happened to them. One account or five
 * hundred take the same statements.
 */
@ApplicationScoped
public class Accounts {
    private final BalanceStore balances;
    private final LotStore lots;
    private final SlideStore slides;
    private final JournalStore journal;
    private final OverdueHolds holds;
    private final Currencies programme;
    private final Outbox outbox;
    private final LedgerMetrics metrics;

    Accounts(
            BalanceStore balances,
            LotStore lots,
            SlideStore slides,
            JournalStore journal,
            OverdueHolds holds,
            Currencies programme,
            Outbox outbox,
            LedgerMetrics metrics) {
        this.balances = balances;
        this.lots = lots;
        this.slides = slides;
        this.journal = journal;
        this.holds = holds;
        this.programme = programme;
        this.outbox = outbox;
        this.metrics = metrics;
    }

    /**
     * What the work needs besides balances and what falls due.
     *
     * @param allLotsOf accounts whose open lots may all be needed
     * @param lots those that are needed even if they are empty
     */
    public record Needs(Collection<AccountId> allLotsOf, Collection<LotName> lots) {
        /** For those that only let time pass. */
        public static final Needs NOTHING = new Needs(List.of(), List.of());

        /** These lots of an account, even if they are empty. */
        public static Needs lotsOf(AccountId id, Collection<UUID> lotIds) {
            return new Needs(List.of(), LotName.of(id, lotIds));
        }

        /** All that an account can spend. */
        public static Needs everythingOf(AccountId id) {
            return new Needs(List.of(id), List.of());
        }
    }

    /**
     * Locks the accounts until the transaction ends and brings them to this instant: holds that are
     * over have ended, and what was due has happened.
     *
     * @param needs asked once the accounts are locked
     */
    public SortedMap<AccountId, Account> open(
            Tx tx, SortedSet<AccountId> ids, Supplier<Needs> needs, Instant now) {
        var found = balances.lock(tx, ids);
        if (endHolds(tx, found, now)) {
            found = balances.lock(tx, ids);
        }
        var accounts = load(tx, found, needs.get(), now);
        accounts.values().forEach(account -> PassTime.until(now, account));
        return accounts;
    }

    /**
     * Ends overdue holds, and writes that down whatever the caller does; whether there were any.
     */
    private boolean endHolds(Tx tx, List<Found> found, Instant now) {
        var reserving = reserving(found);
        var overdue = holds.find(tx, ids(reserving), now);
        if (overdue.none()) {
            return false;
        }
        var accounts = load(tx, reserving, new Needs(List.of(), overdue.lots()), now);
        overdue.end(accounts);
        overdue.save(tx);
        accounts.values().forEach(account -> PassTime.until(now, account));
        save(tx, accounts.values(), posting -> Cause.none(), now);
        return true;
    }

    private static List<Found> reserving(List<Found> found) {
        return found.stream().filter(row -> row.balance().held() > 0).toList();
    }

    private static List<AccountId> ids(List<Found> found) {
        return found.stream().map(Found::id).toList();
    }

    /** The accounts with their lots, as they were last written. */
    private SortedMap<AccountId, Account> load(Tx tx, List<Found> found, Needs needs, Instant now) {
        var all = Set.copyOf(needs.allLotsOf());
        var owned = lots(tx, found, needs, now);
        var sliding = slides(tx, ids(found));
        var accounts = new TreeMap<AccountId, Account>();
        for (var row : found) {
            var mine = owned.getOrDefault(row.id(), List.of());
            var slide = Optional.ofNullable(sliding.get(row.id()));
            var account = new Account(row.id(), row.balance(), row.standing(), mine, slide);
            if (row.dueBy(now)) {
                account.fallenDue();
            }
            if (all.contains(row.id())) {
                account.withAllLots();
            }
            accounts.put(row.id(), account);
        }
        return accounts;
    }

    private Map<AccountId, List<Lot>> lots(Tx tx, List<Found> found, Needs needs, Instant now) {
        var owned = new HashMap<AccountId, List<Lot>>();
        var due =
                found.stream()
                        .filter(row -> row.dueBy(now) && !needs.allLotsOf().contains(row.id()))
                        .map(Found::id)
                        .toList();
        if (!due.isEmpty()) {
            collect(owned, lots.due(tx, due, now));
        }
        if (!needs.allLotsOf().isEmpty()) {
            collect(owned, lots.open(tx, needs.allLotsOf()));
        }
        if (!needs.lots().isEmpty()) {
            collect(owned, lots.named(tx, needs.lots()));
        }
        return owned;
    }

    /** Of accounts whose points slide, how far they did; no statement when none do. */
    private Map<AccountId, Slide> slides(Tx tx, List<AccountId> ids) {
        var sliding = new HashMap<AccountId, Slide>();
        for (var id : ids) {
            programme
                    .find(id.currency())
                    .flatMap(Slide::of)
                    .ifPresent(slide -> sliding.put(id, slide));
        }
        if (!sliding.isEmpty()) {
            slides.find(tx, sliding.keySet())
                    .forEach(
                            (id, until) ->
                                    sliding.computeIfPresent(id, (same, s) -> s.atLeast(until)));
        }
        return sliding;
    }

    /**
     * The account as it is at this instant, without lock and without writing anything; its lots are
     * those that are not as they were last written.
     */
    public Account peek(Tx tx, AccountId id, Instant now) {
        var row = balances.find(tx, id).orElse(new Found(id, Balance.EMPTY, Standing.GOOD, null));
        var found = List.of(row);
        var overdue = holds.find(tx, ids(reserving(found)), now);
        var accounts = load(tx, found, new Needs(List.of(), overdue.lots()), now);
        overdue.end(accounts);
        var account = accounts.get(id);
        PassTime.until(now, account);
        return account;
    }

    /** What a posting took from which lots. */
    public List<LotUse> usesOf(Tx tx, UUID postingId) {
        return journal.usesOf(tx, postingId);
    }

    /** What all postings about a hold, transfer or conversion took from which lots, net. */
    public List<LotUse> usesAbout(Tx tx, UUID referenceId) {
        return journal.usesAbout(tx, referenceId);
    }

    /**
     * When the account was used in a way that moves its points; no statement when they do not
     * slide.
     *
     * @param since from this posting on, or from the first capture of this hold on
     */
    public List<Instant> usedSince(Tx tx, Account account, UUID since) {
        return account.slide()
                .map(slide -> journal.occurred(tx, account.id(), slide.kinds(), since))
                .orElseGet(List::of);
    }

    /** Lots by their names, as they were last written; those that do not exist are left out. */
    public List<Lot> lots(Tx tx, Collection<LotName> names) {
        return lots.named(tx, names).stream().map(Owned::lot).toList();
    }

    /** Writes what happened since the accounts were opened, and tells the other services. */
    public void save(
            Tx tx, Collection<Account> accounts, Function<Posting, Cause> causes, Instant now) {
        accounts.forEach(account -> Forfeit.ofErased(account, now));
        saveLots(tx, accounts);
        var moved = accounts.stream().filter(Account::moved).toList();
        if (moved.isEmpty()) {
            return;
        }
        balances.save(tx, moved, now);
        var postings = moved.stream().flatMap(account -> account.postings().stream()).toList();
        if (postings.isEmpty()) {
            return;
        }
        journal.append(tx, postings, now);
        saveSlides(tx, moved);
        outbox.append(
                tx,
                postings.stream()
                        .map(p -> new Effect(causes.apply(p), PostingEvents.of(p)))
                        .toList());
        tx.afterCommit(() -> metrics.count(postings));
    }

    private void saveLots(Tx tx, Collection<Account> accounts) {
        var fresh = new ArrayList<Owned>();
        var used = new ArrayList<Owned>();
        var changed = new ArrayList<Owned>();
        var emptyings = new ArrayList<Emptying>();
        for (var account : accounts) {
            var emptying = Emptying.of(account);
            emptying.ifPresent(emptyings::add);
            var emptied = emptying.map(Emptying::lotIds).orElse(Set.of());
            for (var lot : account.changedLots()) {
                if (emptied.contains(lot.id())) {
                    continue;
                }
                var list =
                        switch (account.before(lot).orElse(null)) {
                            case null -> fresh;
                            case Lot before when before.differsInAmountsOnly(lot) -> used;
                            case Lot before -> changed;
                        };
                list.add(new Owned(account.id(), lot));
            }
        }
        lots.insert(tx, fresh);
        lots.updateAmounts(tx, used);
        lots.update(tx, changed);
        // last, because it finds lots by what the others left
        emptyings.forEach(emptying -> lots.empty(tx, emptying));
    }

    private void saveSlides(Tx tx, List<Account> moved) {
        var used = moved.stream().filter(account -> account.usedFrom().isPresent()).toList();
        if (!used.isEmpty()) {
            slides.save(tx, used);
        }
    }

    private static void collect(Map<AccountId, List<Lot>> owned, List<Owned> found) {
        found.forEach(
                lot -> owned.computeIfAbsent(lot.owner(), id -> new ArrayList<>()).add(lot.lot()));
    }
}
