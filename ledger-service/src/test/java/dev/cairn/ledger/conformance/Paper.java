package dev.cairn.ledger.conformance;

import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Balance;
import dev.cairn.ledger.account.Entry;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotSource;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.PassTime;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.account.Slide;
import dev.cairn.ledger.account.Standing;
import dev.cairn.ledger.award.AwardsOnPaper;
import dev.cairn.ledger.currency.Currencies;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.hold.HoldsOnPaper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The accounts of one case in memory. */
final class Paper {
    private final Names names;
    private final Currencies currencies;
    private final Map<AccountId, Balance> balances = new TreeMap<>();
    private final Map<AccountId, Map<UUID, Lot>> lots = new HashMap<>();
    private final Map<AccountId, Slide> slides = new HashMap<>();
    private final Map<AccountId, HoldsOnPaper> holds = new HashMap<>();
    private final Map<String, AwardsOnPaper> awards = new HashMap<>();
    private final Set<AccountId> frozen = new HashSet<>();
    private final Map<UUID, String> lotNames = new LinkedHashMap<>();
    private final List<Posting> journal = new ArrayList<>();
    private Instant now;

    Paper(Names names, Currencies currencies) {
        this.names = names;
        this.currencies = currencies;
    }

    /** Lets pass for all accounts what passes until then. */
    void setTime(Instant instant) {
        now = instant;
        List.copyOf(balances.keySet()).forEach(id -> save(open(id), "time"));
    }

    Instant now() {
        return now;
    }

    List<Posting> journal() {
        return journal;
    }

    HoldsOnPaper holds(AccountId id) {
        return holds.computeIfAbsent(id, first -> new HoldsOnPaper());
    }

    AwardsOnPaper awards(String memberId) {
        return awards.computeIfAbsent(memberId, first -> new AwardsOnPaper());
    }

    /** The account, brought to now: what lapses does so at its own instant. */
    Account open(AccountId id) {
        var currency = currencies.require(id.currency());
        var slide = Optional.ofNullable(slides.get(id)).or(() -> Slide.of(currency));
        var mine = lots.getOrDefault(id, Map.of()).values();
        var balance = balances.getOrDefault(id, Balance.EMPTY);
        var account = new Account(id, balance, standing(id), mine, slide);
        for (var moment : holds(id).lapsesUntil(now)) {
            PassTime.until(moment, account);
            holds(id).lapse(account, currency, moment);
        }
        PassTime.until(now, account);
        return account;
    }

    /** What a command does to an account; a problem when it is refused. */
    interface Work {
        Optional<Problem> on(Account account, Currency currency);
    }

    /** Brings an account to now, works on it and writes down what happened. */
    Engine.Answer change(AccountId id, String cause, Work work) {
        var account = open(id);
        var problem = work.on(account, currencies.require(id.currency()));
        save(account, cause);
        return Refusals.of(problem);
    }

    private Standing standing(AccountId id) {
        return new Standing(frozen.contains(id), null, false);
    }

    void freeze(AccountId id, boolean freezes) {
        if (freezes) {
            frozen.add(id);
        } else {
            frozen.remove(id);
        }
    }

    /**
     * Writes down what happened.
     *
     * @param cause the name of what lots without an award came from
     */
    void save(Account account, String cause) {
        var id = account.id();
        balances.put(id, account.balance());
        account.slide().ifPresent(slide -> slides.put(id, slide));
        var mine = lots.computeIfAbsent(id, first -> new LinkedHashMap<>());
        for (var lot : account.changedLots()) {
            mine.put(lot.id(), lot);
            lotNames.computeIfAbsent(lot.id(), lotId -> name(lot, id, cause));
        }
        journal.addAll(account.postings());
        holds(id).saw(account.postings());
    }

    private String name(Lot lot, AccountId owner, String cause) {
        var name = Names.lot(lot, cause);
        return lot.source() == LotSource.AWARD
                ? Names.unlessTaken(name, names.account(owner), lotNames.values())
                : name;
    }

    Books books() {
        var seenBalances = new LinkedHashMap<String, Map<String, Long>>();
        balances.forEach((id, balance) -> seenBalances.put(names.account(id), states(balance)));
        var seenLots = new LinkedHashMap<String, Books.LotSeen>();
        lots.forEach(
                (id, mine) ->
                        mine.values()
                                .forEach(
                                        lot ->
                                                seenLots.put(
                                                        lotNames.get(lot.id()),
                                                        seen(names.account(id), lot))));
        return new Books(journal.stream().map(this::seen).toList(), seenBalances, seenLots);
    }

    private static Map<String, Long> states(Balance balance) {
        var states = new LinkedHashMap<String, Long>();
        states.put("active", balance.active());
        states.put("pending", balance.pending());
        states.put("held", balance.held());
        states.put("arrears", balance.arrears());
        states.put("issued", balance.lifetimeEarned());
        states.put("redeemed", balance.spent());
        states.put("expired", balance.expired());
        states.put("reversed", balance.reversed());
        states.put("adjusted", balance.adjusted());
        states.put("transferred", balance.transferred());
        states.put("converted", balance.converted());
        states.put("written-off", balance.writtenOff());
        return states;
    }

    private Case.Posting seen(Posting posting) {
        return new Case.Posting(
                names.account(posting.account()),
                posting.kind().label(),
                posting.points(),
                posting.entries().stream()
                        .collect(Collectors.toMap(e -> Names.label(e.pot()), Entry::amount)),
                uses(posting.uses()),
                posting.occurredAt());
    }

    /** What the lots gave, by lot and use; what cancels out is left out. */
    private Map<String, Map<String, Long>> uses(List<LotUse> uses) {
        var sums = new TreeMap<String, Map<String, Long>>();
        for (var use : uses) {
            sums.computeIfAbsent(lotNames.get(use.lotId()), lot -> new TreeMap<>())
                    .merge(Names.label(use.kind()), use.amount(), Long::sum);
        }
        sums.values().forEach(lot -> lot.values().removeIf(amount -> amount == 0));
        sums.values().removeIf(Map::isEmpty);
        return sums;
    }

    private static Books.LotSeen seen(String account, Lot lot) {
        return new Books.LotSeen(
                account,
                lot.earned(),
                lot.remaining(),
                lot.held(),
                lot.expired(),
                lot.pending(),
                lot.earnedAt(),
                lot.activeFrom(),
                lot.expiresAt(),
                lot.priority());
    }
}
