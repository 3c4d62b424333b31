package dev.cairn.ledger.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Balance;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Entry;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotSource;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Movement;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Standing;
import dev.cairn.ledger.account.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Accounts of several members in memory; {@link #check} proves them together. */
public final class Ledgers {
    public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final Map<String, Account> accounts = new TreeMap<>();
    private int deeds;

    public static Instant day(long days) {
        return START.plus(Duration.ofDays(days));
    }

    public Account of(String member) {
        return accounts.computeIfAbsent(
                member,
                id -> new Account(AccountId.of(id), Balance.EMPTY, Standing.GOOD, List.of()));
    }

    public Collection<Account> all() {
        return List.copyOf(accounts.values());
    }

    /** Points by hand, in a lot of their own. */
    public Lot grant(String member, long points, Instant earnedAt, Instant expiresAt) {
        var key = new BusinessKey("grant:" + deeds++);
        var lot = Lot.open(key.id(), LotSource.ADJUSTMENT, null, earnedAt, expiresAt);
        var account = of(member);
        account.put(lot);
        var movement = new Movement().use(lot, LotUse.Kind.RECEIVED, -points);
        account.receive(movement, lot.id(), points, Pot.ADJUSTED);
        var deed = new Subject.Deed(key.id());
        account.post(key, PostingKind.ADJUSTED_UP, points, deed, null, earnedAt, movement);
        return account.lot(lot.id());
    }

    /** Points that wait until they can be spent. */
    public Lot grantPending(String member, long points, Instant activeFrom) {
        var key = new BusinessKey("grant:" + deeds++);
        var lot =
                Lot.open(key.id(), LotSource.ADJUSTMENT, null, START, null)
                        .waiting(true)
                        .dated(START, activeFrom, null);
        var account = of(member);
        account.put(lot);
        var movement = new Movement().use(lot, LotUse.Kind.RECEIVED, -points);
        movement.move(points, Pot.ADJUSTED, Pot.PENDING);
        var deed = new Subject.Deed(key.id());
        account.post(key, PostingKind.ADJUSTED_UP, points, deed, null, START, movement);
        return account.lot(lot.id());
    }

    /** What the member owes grows. */
    public void owe(String member, long points) {
        var key = new BusinessKey("debt:" + deeds++);
        var deed = new Subject.Deed(key.id());
        var movement = new Movement().move(points, Pot.ARREARS, Pot.ADJUSTED);
        of(member).post(key, PostingKind.ADJUSTED_DOWN, points, deed, null, START, movement);
    }

    public void pass(Instant now) {
        accounts.values().forEach(account -> PassTime.until(now, account));
    }

    /** All points that members have, wait for or lost to time, less what they owe. */
    public long total() {
        return accounts.values().stream()
                .map(Account::balance)
                .mapToLong(b -> b.active() + b.pending() + b.expired() - b.arrears())
                .sum();
    }

    public void check() {
        var between = 0L;
        for (var account : accounts.values()) {
            check(account);
            between += account.balance().transferred();
        }
        assertThat(between).as("what members gave to each other").isZero();
    }

    private static void check(Account account) {
        var balance = account.balance();
        var lots = account.lots();
        assertThat(balance.active()).isEqualTo(left(lots, false));
        assertThat(balance.pending()).isEqualTo(left(lots, true));
        assertThat(balance.active() == 0 || balance.arrears() == 0).isTrue();
        assertThat(balance.adjusted() + balance.transferred())
                .isEqualTo(
                        balance.active()
                                + balance.pending()
                                + balance.expired()
                                - balance.arrears());
        var uses = new ArrayList<LotUse>();
        for (var posting : account.postings()) {
            uses.addAll(posting.uses());
            check(posting);
        }
        for (var lot : lots) {
            var used =
                    uses.stream()
                            .filter(use -> use.lotId().equals(lot.id()))
                            .mapToLong(LotUse::amount)
                            .sum();
            assertThat(lot.remaining()).isEqualTo(-used);
        }
        assertThat(account.postings().stream().map(Posting::id).distinct().count())
                .isEqualTo(account.postings().size());
    }

    private static void check(Posting posting) {
        var amounts = posting.entries().stream().mapToLong(Entry::amount).toArray();
        assertThat(java.util.Arrays.stream(amounts).sum()).isZero();
        assertThat(java.util.Arrays.stream(amounts).filter(amount -> amount > 0).sum())
                .isEqualTo(posting.points());
    }

    private static long left(Collection<Lot> lots, boolean pending) {
        return lots.stream()
                .filter(lot -> lot.pending() == pending)
                .mapToLong(Lot::remaining)
                .sum();
    }
}
