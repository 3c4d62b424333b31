package dev.cairn.ledger.conformance;

import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Balance;
import dev.cairn.ledger.account.Entry;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.account.Posting;
import dev.cairn.ledger.account.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The accounts of one case in memory. */
final class Paper {
    private final Names names;
    private final Map<AccountId, Balance> balances = new TreeMap<>();
    private final Map<AccountId, Map<UUID, Lot>> lots = new HashMap<>();
    private final Map<UUID, String> lotNames = new LinkedHashMap<>();
    private final List<Posting> journal = new ArrayList<>();

    Paper(Names names) {
        this.names = names;
    }

    List<AccountId> accounts() {
        return List.copyOf(balances.keySet());
    }

    Account open(AccountId id) {
        return new Account(
                id,
                balances.getOrDefault(id, Balance.EMPTY),
                Standing.GOOD,
                lots.getOrDefault(id, Map.of()).values());
    }

    /**
     * Writes down what happened.
     *
     * @param cause the name of what lots without an award came from
     */
    void save(Account account, String cause) {
        balances.put(account.id(), account.balance());
        var mine = lots.computeIfAbsent(account.id(), id -> new LinkedHashMap<>());
        for (var lot : account.changedLots()) {
            mine.put(lot.id(), lot);
            lotNames.putIfAbsent(lot.id(), Names.lot(lot, cause));
        }
        journal.addAll(account.postings());
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
