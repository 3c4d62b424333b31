package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Balance;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.account.Slide;
import dev.cairn.ledger.account.Standing;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.expiry.ReinstateForTests;
import dev.cairn.ledger.hold.HoldsOnPaper;
import dev.cairn.ledger.redemption.SpendForTests;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One member's books in memory; every change is checked against all invariants of the journal. */
public final class Book {
    public static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final AccountId id = AccountId.of("m-1");
    private final Map<String, Register> registers = new HashMap<>();
    private final Map<UUID, Lot> lots = new HashMap<>();
    private final List<Posting> journal = new ArrayList<>();
    private final HoldsOnPaper holds = new HoldsOnPaper();
    private final Currency currency;
    private Optional<Slide> slide;
    private Balance balance = Balance.EMPTY;
    private Instant now = START;

    /** Books of a currency with all the defaults. */
    public Book() {
        this(Currency.named(AccountId.POINTS));
    }

    public Book(Currency currency) {
        this.currency = currency;
        this.slide = Slide.of(currency);
    }

    /** An award with honest defaults: active at once, never expires. */
    public static AwardSet award(String awardId, long revision, long points) {
        return award(awardId, revision, points, null, null);
    }

    public static AwardSet award(
            String awardId, long revision, long points, Instant activeFrom, Instant expiresAt) {
        return awaiting(awardId, revision, points, null, activeFrom, expiresAt);
    }

    /** An award whose points wait for an action. */
    public static AwardSet awaiting(
            String awardId,
            long revision,
            long points,
            String action,
            Instant activeFrom,
            Instant expiresAt) {
        return set(START, awardId, revision, points, action, activeFrom, expiresAt);
    }

    /** An award that was earned at this time. */
    public static AwardSet earnedOn(
            Instant occurredAt, String awardId, long revision, long points) {
        return set(occurredAt, awardId, revision, points, null, null, null);
    }

    private static AwardSet set(
            Instant occurredAt,
            String awardId,
            long revision,
            long points,
            String action,
            Instant activeFrom,
            Instant expiresAt) {
        return new AwardSet(
                awardId,
                revision,
                "m-1",
                AccountId.POINTS,
                points,
                awardId.startsWith("base") ? AwardCategory.BASE : AwardCategory.MILESTONE,
                occurredAt,
                activeFrom,
                expiresAt,
                action,
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

    /** Lots that have something, by id, without what depends on the way that led there. */
    public Map<String, String> lotStates() {
        return lots.values().stream()
                .filter(lot -> lot.remaining() + lot.expired() > 0)
                .collect(
                        Collectors.toMap(
                                lot -> lot.id().toString(),
                                lot ->
                                        "%s: %d left, %d held, %d expired, pending %s, until %s"
                                                .formatted(
                                                        lot.awardId(),
                                                        lot.remaining(),
                                                        lot.held(),
                                                        lot.expired(),
                                                        lot.pending() && lot.remaining() > 0,
                                                        lot.expiresAt())));
    }

    public Collection<Lot> lots() {
        return List.copyOf(lots.values());
    }

    public Register register(String awardId) {
        return registers.get(awardId);
    }

    public Lot lot(String awardId) {
        return lots.get(BusinessKey.lot("m-1", awardId).id());
    }

    public AwardAlgebra.Outcome set(AwardSet award) {
        var known = Optional.ofNullable(registers.get(award.awardId()));
        var account = open();
        var outcome = AwardAlgebra.settle(account, currency, capUse(award), known, award, now);
        if (outcome instanceof AwardAlgebra.Outcome.Settled settled) {
            registers.put(award.awardId(), settled.register());
        }
        save(account);
        return outcome;
    }

    private CapUse capUse(AwardSet award) {
        var paid = new HashMap<CapWindow, Long>();
        for (var window : CapWindow.of(id, currency, award.occurredAt())) {
            var sum =
                    registers.values().stream()
                            .filter(register -> window.holds(register.occurredAt()))
                            .mapToLong(Register::paid)
                            .sum();
            paid.put(window, sum);
        }
        return new CapUse(paid);
    }

    public WaitingAlgebra.Outcome activate(String awardId, String action) {
        return decide(
                awardId,
                (account, register) ->
                        WaitingAlgebra.activate(
                                account, currency, register, Optional.ofNullable(action), now));
    }

    public WaitingAlgebra.Outcome cancelAward(String awardId) {
        return decide(
                awardId,
                (account, register) -> WaitingAlgebra.cancel(account, currency, register, now));
    }

    private WaitingAlgebra.Outcome decide(
            String awardId, BiFunction<Account, Register, WaitingAlgebra.Outcome> decision) {
        var account = open();
        var outcome = decision.apply(account, registers.get(awardId));
        if (outcome instanceof WaitingAlgebra.Outcome.Done done) {
            registers.put(awardId, done.register());
        }
        save(account);
        return outcome;
    }

    /** Reserves points, if there are enough; nothing lapses here. */
    public Optional<String> hold(long points) {
        if (points == 0) {
            return Optional.empty();
        }
        var name = "cart " + journal.size();
        var account = open();
        var refused = holds.place(account, currency, name, null, points, Instant.MAX, now);
        save(account);
        return refused.isPresent() ? Optional.empty() : Optional.of(name);
    }

    /** Ends a hold, as whoever placed it calls it off. */
    public void release(String hold) {
        change(account -> holds.release(account, currency, hold, now));
    }

    /** Gives expired points back, at most what expired. */
    public void reinstate(long points, Instant expiresAt) {
        change(account -> ReinstateForTests.reinstate(account, points, expiresAt, now));
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
        change(
                account ->
                        SpendForTests.cancel(
                                account, currency, journal, posting.orElseThrow(), now));
    }

    /** Does something else to the account. */
    public void change(Consumer<Account> work) {
        var account = open();
        work.accept(account);
        save(account);
    }

    private Account open() {
        var account = new Account(id, balance, Standing.GOOD, lots.values(), slide);
        PassTime.until(now, account);
        return account;
    }

    private void save(Account account) {
        journal.addAll(account.postings());
        holds.saw(account.postings());
        account.changedLots().forEach(lot -> lots.put(lot.id(), lot));
        balance = account.balance();
        slide = account.slide();
        check();
    }

    private void check() {
        Invariants.hold(balance, journal, lots.values(), registers.values());
    }
}
