package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.RewardEvent.AwardSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AwardAlgebraPropertyTest {

    /** What may happen to an account. */
    sealed interface Step {
        record Set(int award, long points, int waits, int lasts) implements Step {}

        record Spend(long points) implements Step {}

        record Cancel(int which) implements Step {}

        record Pass(int days) implements Step {}
    }

    /** The books check all invariants after each step. */
    @Property(tries = 500)
    void earningSpendingTakingBackAndExpiryKeepTheBooks(@ForAll("steps") List<Step> steps) {
        var book = new Book();
        var spends = new ArrayList<UUID>();
        var today = 0;
        var revision = 0;
        for (var step : steps) {
            switch (step) {
                case Step.Set set -> book.set(revisionOf(set, ++revision));
                case Step.Spend spend -> book.spend(spend.points()).ifPresent(spends::add);
                case Step.Cancel cancel -> {
                    if (!spends.isEmpty()) {
                        book.cancel(spends.remove(cancel.which() % spends.size()));
                    }
                }
                case Step.Pass pass -> book.passUntil(day(today += pass.days()));
            }
        }
    }

    /** Whatever the order and however often each is told, the highest revisions decide. */
    @Property(tries = 500)
    void anyOrderAndAnyDuplicationOfRevisionsEndsTheSame(
            @ForAll("revisions") List<AwardSet> revisions,
            @ForAll long seed,
            @ForAll boolean late) {
        var now = late ? day(25) : day(0);
        var straight = played(revisions, now);
        var shuffled = new ArrayList<>(revisions);
        shuffled.addAll(revisions.subList(0, revisions.size() / 2));
        Collections.shuffle(shuffled, new Random(seed));

        var other = played(shuffled, now);

        assertThat(other.registers()).isEqualTo(straight.registers());
        assertThat(other.lotStates()).isEqualTo(straight.lotStates());
        assertThat(other.balance().visible()).isEqualTo(straight.balance().visible());
        assertThat(other.balance().pending()).isEqualTo(straight.balance().pending());
        assertThat(other.balance().expired()).isEqualTo(straight.balance().expired());
    }

    /** However a full return is split, exactly what was earned is taken back. */
    @Property(tries = 300)
    void anyPartitionOfAFullReturnTakesBackTheWholeAward(
            @ForAll("amounts") List<Long> parts, @ForAll("points") long spent) {
        var total = parts.stream().mapToLong(Long::longValue).sum();
        var book = new Book();
        book.set(award("base:1", 1, total));
        book.spend(Math.min(spent, total));
        var left = total;
        for (var i = 0; i < parts.size(); i++) {
            left -= parts.get(i);
            book.set(award("base:1", i + 2, left));
        }

        assertThat(book.balance().reversed()).isEqualTo(total);
        assertThat(book.balance().visible()).isEqualTo(-Math.min(spent, total));
    }

    private static Book played(List<AwardSet> revisions, Instant now) {
        var book = new Book();
        book.passUntil(now);
        revisions.forEach(book::set);
        return book;
    }

    private static AwardSet revisionOf(Step.Set set, long revision) {
        var activeFrom = set.waits() == 0 ? null : day(set.waits());
        var expiresAt = set.lasts() == 0 ? null : day(set.waits() + set.lasts());
        return award("a" + set.award(), revision, set.points(), activeFrom, expiresAt);
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var set =
                Combinators.combine(
                                Arbitraries.integers().between(1, 4),
                                points(),
                                Arbitraries.of(0, 0, 5, 15),
                                Arbitraries.of(0, 10, 20, 40))
                        .as(Step.Set::new);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(5, set),
                        net.jqwik.api.Tuple.of(3, points().map(Step.Spend::new)),
                        net.jqwik.api.Tuple.of(
                                1, Arbitraries.integers().between(0, 9).map(Step.Cancel::new)),
                        net.jqwik.api.Tuple.of(
                                2, Arbitraries.integers().between(1, 12).map(Step.Pass::new)))
                .list()
                .ofMaxSize(40)
                .map(list -> list.stream().map(Step.class::cast).toList());
    }

    @Provide
    Arbitrary<List<AwardSet>> revisions() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3), points(), Arbitraries.of(10, 20, 40))
                .as((number, points, lasts) -> new Step.Set(number, points, 0, lasts))
                .list()
                .ofMaxSize(12)
                .map(AwardAlgebraPropertyTest::numbered);
    }

    private static List<AwardSet> numbered(List<Step.Set> sets) {
        var awards = new ArrayList<AwardSet>();
        for (var i = 0; i < sets.size(); i++) {
            awards.add(revisionOf(sets.get(i), i + 1));
        }
        return awards;
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs().between(1, 500).list().ofMinSize(1).ofMaxSize(8);
    }

    @Provide
    Arbitrary<Long> points() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, Arbitraries.just(0L)),
                net.jqwik.api.Tuple.of(5, Arbitraries.longs().between(1, 300)));
    }
}
