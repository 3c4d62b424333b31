package dev.cairn.ledger.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/** What holds after every step of every case, whatever the case itself expects. */
final class Invariants {
    /** Pots whose sum is the state of the same or another name, and its sign. */
    private static final Map<String, Long> SIGN_OF_STATE =
            Map.ofEntries(
                    Map.entry("active", 1L),
                    Map.entry("pending", 1L),
                    Map.entry("held", 1L),
                    Map.entry("arrears", -1L),
                    Map.entry("issued", -1L),
                    Map.entry("redeemed", 1L),
                    Map.entry("expired", 1L),
                    Map.entry("reversed", 1L),
                    Map.entry("transferred", -1L),
                    Map.entry("converted", -1L),
                    Map.entry("adjusted", -1L),
                    Map.entry("written-off", -1L));

    /** They move within a lot or come in; everything else is what a lot gave. */
    private static final Set<String> NOT_GIVEN = Set.of("held", "received");

    private final Books books;
    private final List<String> broken = new ArrayList<>();

    private Invariants(Books books) {
        this.books = books;
    }

    static List<String> broken(Books books) {
        var invariants = new Invariants(books);
        books.journal().forEach(invariants::sumsToZero);
        books.balances().forEach(invariants::account);
        books.lots().forEach(invariants::lot);
        return invariants.broken;
    }

    private void sumsToZero(Case.Posting posting) {
        var sum = posting.pots().values().stream().mapToLong(Long::longValue).sum();
        require(sum == 0, posting + " does not sum to zero");
    }

    private void account(String account, Map<String, Long> states) {
        SIGN_OF_STATE.forEach(
                (pot, sign) -> {
                    var folded = sign * moved(account, pot);
                    var stated = states.getOrDefault(pot, 0L);
                    require(
                            folded == stated,
                            "%s of %s is %d, its journal says %d"
                                    .formatted(pot, account, stated, folded));
                });
        require(
                states.getOrDefault("active", 0L) == 0 || states.getOrDefault("arrears", 0L) == 0,
                account + " has points and owes points");
        sameAsLots(
                account, states, "active", lot -> lot.pending() ? 0 : lot.remaining() - lot.held());
        sameAsLots(account, states, "pending", lot -> lot.pending() ? lot.remaining() : 0);
        sameAsLots(account, states, "held", Books.LotSeen::held);
    }

    private void sameAsLots(
            String account,
            Map<String, Long> states,
            String state,
            ToLongFunction<Books.LotSeen> part) {
        var inLots =
                books.lots().values().stream()
                        .filter(lot -> lot.account().equals(account))
                        .mapToLong(part)
                        .sum();
        var stated = states.getOrDefault(state, 0L);
        require(
                inLots == stated,
                "%s of %s is %d, its lots have %d".formatted(state, account, stated, inLots));
    }

    private void lot(String name, Books.LotSeen lot) {
        require(
                0 <= lot.held() && lot.held() <= lot.remaining() && lot.remaining() <= lot.earned(),
                name + " is impossible: " + lot);
        var given =
                books.journal().stream()
                        .flatMap(p -> p.lots().getOrDefault(name, Map.of()).entrySet().stream())
                        .filter(use -> !NOT_GIVEN.contains(use.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
        require(
                lot.earned() - lot.remaining() == given,
                "%s gave %d, the journal says %d"
                        .formatted(name, lot.earned() - lot.remaining(), given));
    }

    private long moved(String account, String pot) {
        return books.journalOf(account).stream()
                .mapToLong(posting -> posting.pots().getOrDefault(pot, 0L))
                .sum();
    }

    private void require(boolean holds, String sentence) {
        if (!holds) {
            broken.add(sentence);
        }
    }
}
