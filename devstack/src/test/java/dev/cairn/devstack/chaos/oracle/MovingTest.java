package dev.cairn.devstack.chaos.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What leads from one account to another is right only if both accounts say so, in one order. */
class MovingTest {

    private static final Account ANN = Sample.ANN;
    private static final Account BEN = Sample.BEN;
    private static final Account MILES = Sample.MILES;

    private final Map<Account, Wallet> wallets = new HashMap<>();
    private final Map<Account, List<Line>> journals = new HashMap<>();
    private final List<Wish> wishes = new ArrayList<>();
    private final List<Award> awards = new ArrayList<>();
    private long watch;

    MovingTest() {
        for (Account account : List.of(ANN, BEN, MILES)) {
            wallets.put(account, new Wallet(Sample.RULES, List.of()));
            journals.put(account, new ArrayList<>());
        }
        for (String id : List.of("a", "b", "c")) {
            Award award = Sample.award(id, 1, 50, null, id.equals("b") ? 9 : null);
            awards.add(award);
            write(ANN, wallets.get(ANN).award(award, Sample.day(0)), 0);
        }
        give(ANN, BEN, "t-1", 70);
        give(BEN, ANN, "t-2", 60);
        convert("c-1", 31);
    }

    @Test
    void rightBooksAreRight() {
        judge().values().forEach(v -> assertThat(v.differences()).isEmpty());
        assertThat(wallets.get(MILES).active()).isEqualTo(12);
        assertThat(figure(ANN, "transferred")).isEqualTo(-10);
        assertThat(figure(ANN, "converted")).isEqualTo(-30);
    }

    @Test
    void whatWasGivenAwayKeepsItsAge() {
        assertThat(wallets.get(BEN).holding().lots().values())
                .anyMatch(lot -> lot.award().equals("b") && Sample.day(9).equals(lot.expiresAt()));
        assertThat(wallets.get(BEN).passTime(Sample.day(9))).isEmpty();
        assertThat(wallets.get(ANN).passTime(Sample.day(9)))
                .containsExactly(new Change(Kind.EXPIRED, 20, 90, ""));
    }

    @Test
    void anAwardIsTakenBackFromItsPointsThatCameBackBeforeOthers() {
        wallets.get(ANN).award(Sample.award("b", 2, 0, null, 9), Sample.day(3));

        assertThat(wallets.get(ANN).holding().lots().values())
                .filteredOn(lot -> lot.award().equals("b"))
                .allMatch(lot -> lot.remaining() == 0);
        assertThat(figure(ANN, "arrears")).isZero();
    }

    @Test
    void whatCameBackAndRanOutIsTakenForNothing() {
        wallets.get(ANN).passTime(Sample.day(9));

        assertThat(wallets.get(ANN).award(Sample.award("b", 2, 20, null, 9), Sample.day(10)))
                .containsExactly(
                        new Change(Kind.EXPIRY_CANCELLED, 20, 110, "b"),
                        new Change(Kind.REVERSED, 30, 80, "b"));
    }

    @Test
    void aSideThatIsMissingIsFound() {
        for (Account account : journals.keySet()) {
            for (int line = 0; line < journals.get(account).size(); line++) {
                int gone = line;
                assertThat(holds(account, lines -> without(lines, gone)))
                        .as("%s without %d", account, gone)
                        .isFalse();
            }
        }
    }

    @Test
    void oneOrderMustFitBothAccounts() {
        assertThat(holds(BEN, List::reversed)).isFalse();
    }

    @Test
    void anotherRateIsFound() {
        assertThat(
                        holds(
                                MILES,
                                lines ->
                                        List.of(
                                                line(
                                                        lines.getFirst(),
                                                        new Change(
                                                                Kind.CONVERTED_IN,
                                                                10,
                                                                10,
                                                                "c-1")))))
                .isFalse();
    }

    @Test
    void ofTwoEquallyOldLotsTheBooksNamesDecide() {
        var order = Map.of("x", 1L, "y", 2L);
        var births = new ArrayList<Birth>();
        for (String cause : List.of("x", "y")) {
            var part = new Part("", Sample.day(0), null, 10);
            births.add(new Birth(new UUID(0, order.get(cause)), cause, part));
        }
        var wallet = new Wallet(Sample.RULES, births);
        wallet.adjustUp("y", 10, Sample.day(0));
        wallet.adjustUp("x", 10, Sample.day(0));

        wallet.redeem("r", 10, Sample.day(0));

        assertThat(wallet.holding().lots().get(births.getFirst().lot().toString()).remaining())
                .isZero();
    }

    @Test
    void aDayPaysOnlySoMuch() {
        Wallet miles = wallets.get(MILES);
        assertThat(miles.award(miles("d", 1, 80), Sample.day(1)))
                .containsExactly(new Change(Kind.EARNED, 80, 92, "d"));
        assertThat(miles.award(miles("e", 1, 50), Sample.day(1)))
                .containsExactly(new Change(Kind.EARNED, 20, 112, "e"));
        assertThat(miles.award(miles("d", 2, 30), Sample.day(1)))
                .containsExactly(new Change(Kind.REVERSED, 50, 62, "d"));
        assertThat(miles.award(miles("e", 2, 49), Sample.day(1)))
                .containsExactly(new Change(Kind.EARNED, 29, 91, "e"));
        assertThat(miles.holding().awards().get("e")).isEqualTo(new Holding.Worth(49, 49));
    }

    private static Award miles(String id, long revision, long points) {
        Award usual = Sample.award(id, revision, points, null, null);
        return new Award(MILES, id, revision, points, true, usual.occurredAt(), null, null, 0);
    }

    private void give(Account from, Account to, String id, long points) {
        wishes.add(wish(Wish.What.TRANSFERRED, from, to, id, points));
        var given = wallets.get(from).give(Kind.TRANSFERRED_OUT, id, points, Sample.day(1));
        write(from, given.changes(), 1);
        write(
                to,
                wallets.get(to).receive(Kind.TRANSFERRED_IN, id, given.parts(), Sample.day(1)),
                1);
    }

    private void convert(String id, long points) {
        wishes.add(wish(Wish.What.CONVERTED, ANN, MILES, id, points));
        var exchange = Sample.RULES.exchange(ANN, MILES, points, Sample.day(2));
        var given = wallets.get(ANN).give(Kind.CONVERTED_OUT, id, exchange.taken(), Sample.day(2));
        write(ANN, given.changes(), 2);
        var parts = Chronicle.exchanged(given.parts(), exchange);
        write(MILES, wallets.get(MILES).receive(Kind.CONVERTED_IN, id, parts, Sample.day(2)), 2);
    }

    private Wish wish(Wish.What what, Account from, Account to, String id, long points) {
        return new Wish(from, to, what, id, points, 0, Duration.ZERO, null, ++watch, ++watch);
    }

    private void write(Account account, List<Change> changes, int day) {
        List<Line> journal = journals.get(account);
        for (Change change : changes) {
            long version = journal.size() + 1L;
            journal.add(new Line(account + "-" + version, version, change, Sample.day(day)));
        }
    }

    private boolean holds(Account account, UnaryOperator<List<Line>> falsify) {
        List<Line> right = journals.get(account);
        journals.put(account, Sample.renumbered(falsify.apply(new ArrayList<>(right))));
        boolean holds = judge().values().stream().allMatch(Verdict::holds);
        journals.put(account, right);
        return holds;
    }

    private Map<Account, Verdict> judge() {
        List<Case> cases = new ArrayList<>();
        journals.forEach(
                (account, journal) ->
                        cases.add(
                                new Case(
                                        account,
                                        account.equals(ANN) ? awards : List.of(),
                                        wishes.stream().filter(w -> w.concerns(account)).toList(),
                                        journal,
                                        wallets.get(account).holding(),
                                        Sample.told(journal),
                                        List.of())));
        return Judge.judge(cases, Sample.RULES, Sample.day(2));
    }

    private long figure(Account account, String name) {
        return wallets.get(account).holding().figures().get(name);
    }

    private static Line line(Line before, Change change) {
        return new Line(before.posting(), before.version(), change, before.recordedAt());
    }

    private static List<Line> without(List<Line> lines, int index) {
        lines.remove(index);
        return lines;
    }
}
