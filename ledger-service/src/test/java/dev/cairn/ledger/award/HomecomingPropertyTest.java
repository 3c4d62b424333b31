package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.awaiting;
import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.account.Balance;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.Currency.BeyondBalance;
import dev.cairn.ledger.currency.PointsOf;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class HomecomingPropertyTest {
    private static final List<ToLongFunction<Balance>> PARTS =
            List.of(
                    Balance::visible,
                    Balance::pending,
                    Balance::expired,
                    Balance::spent,
                    Balance::reversed,
                    Balance::writtenOff,
                    Balance::arrears);

    private static final Namesakes IN_ONE =
            new Namesakes()
                    .called("a", "m-1", "a")
                    .called("own", "m-1", "own")
                    .called("gift", "m-3", "a");

    /** Both members have awards of the same names. */
    private static final Namesakes MERGED =
            new Namesakes()
                    .called("a", "m-1", "a")
                    .called("own", "m-2", "a")
                    .called("gift", "m-3", "a");

    /**
     * Whoever was merged has and owes what they would have and owe without, also with points of the
     * same names from elsewhere.
     */
    @Property(tries = 1500)
    void aMergeChangesNothing(
            @ForAll("currencies") Currency currency, @ForAll("steps") List<Step> steps) {
        var one = new Book(currency);
        var merged = new MergedBooks(currency);
        var friend = new Friend("m-3");
        var today = 0;
        var revision = 0;
        for (var step : steps) {
            switch (step) {
                case Step.Set set when set.award() > 4 -> {
                    one.set(revisionOf("own", set, ++revision));
                    merged.setOfOther(revisionOf("a", set, revision));
                }
                case Step.Set set -> {
                    var news = revisionOf("a", set, ++revision);
                    one.set(news);
                    merged.set(news);
                }
                case Step.Gift gift -> {
                    var id = "a" + gift.award();
                    var end = day(10L * gift.award() + 15);
                    var now = day(today);
                    one.change(account -> friend.give(account, id, gift.points(), end, now));
                    one.passUntil(now);
                    merged.gift(id, gift.points(), end);
                }
                case Step.Spend spend -> {
                    one.spend(spend.points());
                    merged.spend(spend.points());
                }
                case Step.Pass pass -> {
                    today += pass.days();
                    one.passUntil(day(today));
                    merged.passUntil(day(today));
                }
                case Step.Activate activate -> {
                    if (one.register("a" + activate.award()) != null) {
                        one.activate("a" + activate.award(), "delivery");
                        merged.activate("a" + activate.award(), "delivery");
                    }
                }
                case Step.CancelAward cancel -> {
                    if (one.register("a" + cancel.award()) != null) {
                        one.cancelAward("a" + cancel.award());
                        merged.cancelAward("a" + cancel.award());
                    }
                }
                case Step.Cancel other -> {}
                case Step.Hold other -> {}
                case Step.Release other -> {}
                case Step.Reinstate other -> {}
                case Step.Borrow other -> {}
                case Step.Adjust other -> {}
                case Step.Convert other -> {}
            }
            for (var part : PARTS) {
                assertThat(merged.sum(part)).isEqualTo(part.applyAsLong(one.balance()));
            }
            assertThat(merged.registers()).isEqualTo(registers(one, "a"));
            assertThat(paid(merged.registersOfOther())).isEqualTo(paid(registers(one, "own")));
            assertThat(MERGED.left(merged.lots())).isEqualTo(IN_ONE.left(one.lots().stream()));
        }
    }

    private static Map<String, Register> registers(Book book, String prefix) {
        return book.registers().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static List<Long> paid(Map<String, Register> registers) {
        return new TreeMap<>(registers).values().stream().map(Register::paid).toList();
    }

    /** Awards run out on days of their own, so that it is clear which of them pays first. */
    private static AwardSet revisionOf(String prefix, Step.Set set, long revision) {
        var number = set.award() > 4 ? set.award() - 4 : set.award();
        var id = prefix + number;
        var activeFrom = set.waits() == 0 ? null : day(set.waits());
        var expiresAt = day(10L * number + (set.award() > 4 ? 11 : 10) + set.lasts());
        return set.waits() == 15
                ? awaiting(id, revision, set.points(), "delivery", null, expiresAt)
                : award(id, revision, set.points(), activeFrom, expiresAt);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var number = Arbitraries.integers().between(1, 4);
        var points = Arbitraries.longs().between(0, 300);
        var set =
                Combinators.combine(
                                Arbitraries.of(1, 1, 2, 2, 3, 4, 5, 6, 7, 8),
                                points,
                                Arbitraries.of(0, 0, 5, 15),
                                Arbitraries.of(0, 3))
                        .as(Step.Set::new);
        var gift =
                Combinators.combine(number, Arbitraries.longs().between(1, 200))
                        .as((award, given) -> new Step.Gift(award, given, 0));
        return Arbitraries.frequencyOf(
                        Tuple.of(6, set),
                        Tuple.of(1, gift),
                        Tuple.of(3, points.map(Step.Spend::new)),
                        Tuple.of(2, Arbitraries.integers().between(1, 12).map(Step.Pass::new)),
                        Tuple.of(1, number.map(Step.Activate::new)),
                        Tuple.of(1, number.map(Step.CancelAward::new)))
                .list()
                .ofMaxSize(40)
                .map(list -> list.stream().map(Step.class::cast).toList());
    }

    @Provide
    Arbitrary<Currency> currencies() {
        return Arbitraries.of(
                Currency.named("points"),
                PointsOf.beyond(BeyondBalance.CLIP),
                PointsOf.beyond(BeyondBalance.FORBID),
                PointsOf.ownLotsOnly(BeyondBalance.CLIP),
                PointsOf.ownLotsOnly(BeyondBalance.FORBID));
    }
}
