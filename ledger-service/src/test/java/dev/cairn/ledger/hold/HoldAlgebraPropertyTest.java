package dev.cairn.ledger.hold;

import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.currency.DeadLots;
import java.time.Period;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class HoldAlgebraPropertyTest {
    private static final String[] AWARDS = {"a1", "a2", "a3", "a4"};

    /** What may happen to an account with holds. */
    sealed interface Step {
        record Set(int award, long points, int lasts) implements Step {}

        record Spend(long points) implements Step {}

        record Place(long points, int lasts) implements Step {}

        record Capture(int which, long points, boolean keepRest) implements Step {}

        record Release(int which) implements Step {}

        record Refund(int which, long points) implements Step {}

        record Pass(int days) implements Step {}
    }

    /** The books check the journal's invariants after each step, and that holds resolve once. */
    @Property(tries = 500)
    void holdingCapturingVoidingLapsingExpiringAndClawingKeepTheBooks(
            @ForAll("steps") List<Step> steps, @ForAll("policies") DeadLots deadLots) {
        var holds = new HoldBook(deadLots);
        var today = 0;
        var revision = 0;
        for (var step : steps) {
            switch (step) {
                case Step.Set set -> {
                    var expiresAt = set.lasts() == 0 ? null : day(set.lasts());
                    var awardId = "a" + set.award();
                    holds.book().set(award(awardId, ++revision, set.points(), null, expiresAt));
                }
                case Step.Spend spend -> holds.book().spend(spend.points());
                case Step.Place place -> {
                    var before = holds.book().balance().active();
                    var refused = holds.place(place.points(), day(today + place.lasts()));
                    assertThat(refused.isPresent()).isEqualTo(place.points() > before);
                }
                case Step.Capture capture -> {
                    if (holds.holds() > 0) {
                        var which = capture.which() % holds.holds();
                        holds.capture(which, capture.points(), capture.keepRest());
                    }
                }
                case Step.Release release -> {
                    if (holds.holds() > 0) {
                        holds.release(release.which() % holds.holds());
                    }
                }
                case Step.Refund refund -> {
                    if (holds.holds() > 0) {
                        holds.refund(refund.which() % holds.holds(), refund.points());
                    }
                }
                case Step.Pass pass -> holds.passUntil(day(today += pass.days()));
            }
        }
    }

    /** However a refund is cut into parts, it leaves what capturing less would have left. */
    @Property(tries = 300)
    void anyPartitionOfARefundEqualsCapturingLess(
            @ForAll("amounts") List<Long> lots,
            @ForAll("amounts") List<Long> refunds,
            @ForAll("points") long more) {
        var refunded = refunds.stream().mapToLong(Long::longValue).sum();
        var total = lots.stream().mapToLong(Long::longValue).sum();
        var captured = Math.min(total, refunded + more);
        var refundedNow = new HoldBook();
        var capturedLess = new HoldBook();
        for (var each : List.of(refundedNow, capturedLess)) {
            for (var i = 0; i < lots.size(); i++) {
                each.book().set(award(AWARDS[i], 1, lots.get(i), null, day(90 - 10 * i)));
            }
            each.place(captured, day(5));
        }
        var left = captured;
        refundedNow.capture(0, captured, false);
        for (var points : refunds) {
            left -= refundedNow.refund(0, points) ? points : 0;
        }
        if (left > 0) {
            capturedLess.capture(0, left, false);
        } else {
            capturedLess.release(0);
        }

        var awards = List.of(AWARDS).subList(0, lots.size()).toArray(String[]::new);
        assertThat(refundedNow.left(awards)).isEqualTo(capturedLess.left(awards));
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var which = Arbitraries.integers().between(0, 9);
        var set =
                Combinators.combine(
                                Arbitraries.integers().between(1, 4),
                                Arbitraries.longs().between(0, 300),
                                Arbitraries.of(0, 10, 20, 40))
                        .as(Step.Set::new);
        var place =
                Combinators.combine(points(), Arbitraries.integers().between(1, 20))
                        .as(Step.Place::new);
        var capture =
                Combinators.combine(which, points(), Arbitraries.of(true, false))
                        .as(Step.Capture::new);
        return Arbitraries.frequencyOf(
                        Tuple.of(5, set),
                        Tuple.of(1, points().map(Step.Spend::new)),
                        Tuple.of(4, place),
                        Tuple.of(3, capture),
                        Tuple.of(2, which.map(Step.Release::new)),
                        Tuple.of(2, Combinators.combine(which, points()).as(Step.Refund::new)),
                        Tuple.of(2, Arbitraries.integers().between(1, 12).map(Step.Pass::new)))
                .list()
                .ofMaxSize(40)
                .map(list -> list.stream().map(Step.class::cast).toList());
    }

    @Provide
    Arbitrary<DeadLots> policies() {
        return Arbitraries.of(
                new DeadLots.StayDead(),
                new DeadLots.NewLot(),
                new DeadLots.Grace(Period.ofDays(5)));
    }

    @Provide
    Arbitrary<List<Long>> amounts() {
        return Arbitraries.longs().between(1, 100).list().ofMinSize(1).ofMaxSize(4);
    }

    @Provide
    Arbitrary<Long> points() {
        return Arbitraries.longs().between(1, 200);
    }
}
