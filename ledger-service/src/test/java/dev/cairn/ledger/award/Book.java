package dev.cairn.ledger.award;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Balance;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Entry;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.account.Pot;
import dev.cairn.ledger.account.Standing;
import dev.cairn.ledger.redemption.SpendForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One member's books in memory; every change is checked against all invariants of the journal. */
public final class Book {
    public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final AccountId id = AccountId.of("m-1");
    private final Map<String, Register> registers = new HashMap<>();
    private final Map<UUID, Lot> lots = new HashMap<>();
    private final List<Posting> journal = new ArrayList<>();
    private Balance balance = Balance.EMPTY;
    private Instant now = START;

    /** An award with honest defaults: active at once, never expires. */
    public static AwardSet award(String awardId, long revision, long points) {
        return award(awardId, revision, points, null, null);
    }

    public static AwardSet award(
            String awardId, long revision, long points, Instant activeFrom, Instant expiresAt) {
        return new AwardSet(
                awardId,
                revision,
                "m-1",
                AccountId.POINTS,
                points,
                awardId.startsWith("base") ? AwardCategory.BASE : AwardCategory.MILESTONE,
                START,
                activeFrom,
                expiresAt,
                null,
                "rule",
                "1",
                null,
                "because");
    }

    public static Instant day(long days) {
        return START.plus(Duration.ofDays(days));
    }

    public Balance balance() {
        return balance;
    }

    public List<Posting> journal() {
        return journal;
    }

    public Map<String, Register> registers() {
        return registers;
    }

    /** Lots by award, without what depends on the way that led there. */
    public Map<String, String> lotStates() {
        return lots.values().stream()
                .filter(lot -> lot.remaining() + lot.expired() > 0)
                .collect(
                        Collectors.toMap(
                                Lot::awardId,
                                lot ->
                                        "%d left, %d expired, pending %s, until %s"
                                                .formatted(
                                                        lot.remaining(),
                                                        lot.expired(),
                                                        lot.pending(),
                                                        lot.expiresAt())));
    }

    public Lot lot(String awardId) {
        return lots.get(BusinessKey.lot("m-1", awardId).id());
    }

    public AwardAlgebra.Outcome set(AwardSet award) {
        var known = Optional.ofNullable(registers.get(award.awardId()));
        var account = open();
        var outcome = AwardAlgebra.settle(account, known, award, now);
        if (outcome instanceof AwardAlgebra.Outcome.Settled settled) {
            registers.put(award.awardId(), settled.register());
        }
        save(account);
        return outcome;
    }

    public void passUntil(Instant instant) {
        now = instant;
        save(open());
    }

    /** Spends, if there is enough. */
    public Optional<UUID> spend(long points) {
        var account = open();
        var posting = SpendForTests.spend(account, journal.size(), points, now);
        save(account);
        return posting.map(Posting::id);
    }

    public void cancel(UUID postingId) {
        var posting = journal.stream().filter(p -> p.id().equals(postingId)).findFirst();
        change(account -> SpendForTests.cancel(account, posting.orElseThrow(), now));
    }

    /** Does something else to the account. */
    public void change(Consumer<Account> work) {
        var account = open();
        work.accept(account);
        save(account);
    }

    private Account open() {
        var account = new Account(id, balance, Standing.GOOD, lots.values());
        PassTime.until(now, account);
        return account;
    }

    private void save(Account account) {
        journal.addAll(account.postings());
        account.changedLots().forEach(lot -> lots.put(lot.id(), lot));
        balance = account.balance();
        check();
    }

    private void check() {
        journal.forEach(p -> assertThat(p.entries()).extracting(Entry::amount).isNotEmpty());
        for (var posting : journal) {
            assertThat(posting.entries().stream().mapToLong(Entry::amount).sum()).isZero();
            assertThat(posting.entries().stream().mapToLong(Entry::amount).filter(a -> a > 0).sum())
                    .isEqualTo(posting.points());
        }
        assertThat(new HashSet<>(journal.stream().map(Posting::id).toList()))
                .hasSize(journal.size());
        assertThat(balance.held())
                .isEqualTo(sum(Pot.HELD))
                .isEqualTo(lots.values().stream().mapToLong(Lot::held).sum());
        assertThat(balance.active() + balance.held())
                .isEqualTo(sum(Pot.ACTIVE) + sum(Pot.HELD))
                .isEqualTo(left(false));
        assertThat(balance.pending()).isEqualTo(sum(Pot.PENDING)).isEqualTo(left(true));
        assertThat(balance.arrears()).isEqualTo(-sum(Pot.ARREARS));
        assertThat(balance.spent()).isEqualTo(sum(Pot.REDEEMED));
        assertThat(balance.expired())
                .isEqualTo(sum(Pot.EXPIRED))
                .isEqualTo(lots.values().stream().mapToLong(Lot::expired).sum());
        assertThat(balance.reversed()).isEqualTo(sum(Pot.REVERSED));
        assertThat(balance.lifetimeEarned()).isEqualTo(-sum(Pot.ISSUED));
        assertThat(balance.active() == 0 || balance.arrears() == 0).isTrue();
        assertThat(balance.version()).isEqualTo(journal.size());
        for (var lot : lots.values()) {
            var held = uses(lot, LotUse.Kind.HELD);
            var received = uses(lot, LotUse.Kind.RECEIVED);
            var all = Stream.of(LotUse.Kind.values()).mapToLong(kind -> uses(lot, kind)).sum();
            assertThat(lot.earned() - lot.remaining()).isEqualTo(all - held - received);
            assertThat(lot.held()).isEqualTo(held);
        }
        for (var register : registers.values()) {
            var paid =
                    journal.stream()
                            .filter(p -> p.key().contains(":" + register.awardId()))
                            .mapToLong(Book::paid)
                            .sum();
            assertThat(register.paid()).isEqualTo(paid);
        }
    }

    private static long paid(Posting posting) {
        var counts = posting.kind() == PostingKind.EARNED || posting.kind() == PostingKind.REVERSED;
        return counts ? posting.kind().sign() * posting.points() : 0;
    }

    private long uses(Lot lot, LotUse.Kind kind) {
        return journal.stream()
                .flatMap(p -> p.uses().stream())
                .filter(use -> use.lotId().equals(lot.id()) && use.kind() == kind)
                .mapToLong(LotUse::amount)
                .sum();
    }

    private long sum(Pot pot) {
        return journal.stream()
                .flatMap(p -> p.entries().stream())
                .filter(entry -> entry.pot() == pot)
                .mapToLong(Entry::amount)
                .sum();
    }

    private long left(boolean pending) {
        return lots.values().stream()
                .filter(lot -> lot.pending() == pending)
                .mapToLong(Lot::remaining)
                .sum();
    }
}
