package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.awaiting;
import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.Currency.BeyondBalance;
import dev.cairn.ledger.currency.Currency.Cap;
import dev.cairn.ledger.currency.DeadLots;
import dev.cairn.ledger.currency.ExpiryModel;
import dev.cairn.ledger.currency.PointsOf;
import java.time.Period;
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

        record Hold(long points) implements Step {}

        record Release(int which) implements Step {}

        record Activate(int award) implements Step {}

        record CancelAward(int award) implements Step {}

        record Reinstate(long points, int lasts) implements Step {}

        record Gift(int award, long points, int lasts) implements Step {}

        record Borrow(long points) implements Step {}

        record Adjust(long points) implements Step {}

        record Convert(boolean out, long points) implements Step {}
    }

    /** The books check all invariants after each step, whatever the currency's rules are. */
    @Property(tries = 1500)
    void whateverHappensTheBooksAreRight(
            @ForAll("currencies") Currency currency, @ForAll("steps") List<Step> steps) {
        var book = new Book(currency);
        var others = new Others(currency);
        var spends = new ArrayList<UUID>();
        var holds = new ArrayList<UUID>();
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
                case Step.Hold hold -> book.hold(hold.points()).ifPresent(holds::add);
                case Step.Release release -> {
                    if (!holds.isEmpty()) {
                        book.release(holds.remove(release.which() % holds.size()));
                    }
                }
                case Step.Activate activate -> {
                    if (book.register("a" + activate.award()) != null) {
                        book.activate("a" + activate.award(), "delivery");
                    }
                }
                case Step.CancelAward cancel -> {
                    if (book.register("a" + cancel.award()) != null) {
                        book.cancelAward("a" + cancel.award());
                    }
                }
                case Step.Reinstate back ->
                        book.reinstate(back.points(), day(today + back.lasts()));
                case Step.Gift gift -> others.give(book, gift, today);
                case Step.Borrow borrow -> others.borrow(book, borrow.points(), today);
                case Step.Adjust adjust -> others.adjust(book, adjust.points(), today);
                case Step.Convert convert -> others.convert(book, convert, today);
            }
            checkPolicy(book, currency);
        }
    }

    private static void checkPolicy(Book book, Currency currency) {
        switch (currency.beyondBalance()) {
            case ARREARS -> assertThat(book.balance().writtenOff()).isZero();
            case CLIP -> assertThat(book.balance().arrears()).isZero();
            case FORBID -> {
                assertThat(book.balance().arrears()).isZero();
                assertThat(book.balance().writtenOff()).isZero();
            }
        }
        for (var register : book.registers().values()) {
            if (currency.beyondBalance() == BeyondBalance.FORBID) {
                assertThat(register.paid()).isGreaterThanOrEqualTo(register.desired());
            } else {
                assertThat(register.paid()).isEqualTo(register.desired());
            }
        }
    }

    /** However uses arrive, all sliding points end on the day of the latest one. */
    @Property(tries = 300)
    void anyOrderOfUsesMovesSlidingPointsToTheSameDay(
            @ForAll("days") List<Integer> days, @ForAll long seed) {
        var currency = PointsOf.sliding(30, ExpiryModel.Activity.EARNING);
        var book = new Book(currency);
        var other = new Book(currency);
        book.passUntil(day(29));
        other.passUntil(day(29));
        var awards = new ArrayList<AwardSet>();
        for (var i = 0; i < days.size(); i++) {
            awards.add(Book.earnedOn(day(days.get(i)), "base:" + i, 1, 10));
        }
        var shuffled = new ArrayList<>(awards);
        shuffled.addAll(awards);
        Collections.shuffle(shuffled, new Random(seed));

        awards.forEach(book::set);
        shuffled.forEach(other::set);

        assertThat(other.lotStates()).isEqualTo(book.lotStates());
        assertThat(other.lots())
                .extracting(Lot::expiresAt)
                .containsOnly(day(Collections.max(days) + 31));
    }

    /** No award is paid beyond a cap, and returns give the room back exactly. */
    @Property(tries = 300)
    void whatIsPaidInAWindowNeverExceedsItsCap(@ForAll("revisions") List<AwardSet> revisions) {
        var cap = new Cap("daily", Cap.Per.DAY, 250, Cap.Action.CLIP);
        var book = new Book(PointsOf.caps(cap));
        for (var revision : revisions) {
            book.set(revision);
            var paid = book.registers().values().stream().mapToLong(Register::paid).sum();
            var wanted = book.registers().values().stream().mapToLong(Register::points).sum();
            assertThat(paid).isLessThanOrEqualTo(Math.min(250, wanted));
        }
    }

    private static AwardSet revisionOf(Step.Set set, long revision) {
        var activeFrom = set.waits() == 0 ? null : day(set.waits());
        var expiresAt = set.lasts() == 0 ? null : day(set.waits() + set.lasts());
        return set.waits() == 15
                ? awaiting("a" + set.award(), revision, set.points(), "delivery", null, expiresAt)
                : award("a" + set.award(), revision, set.points(), activeFrom, expiresAt);
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
                                2, Arbitraries.integers().between(1, 12).map(Step.Pass::new)),
                        net.jqwik.api.Tuple.of(2, points().map(Step.Hold::new)),
                        net.jqwik.api.Tuple.of(
                                1, Arbitraries.integers().between(0, 9).map(Step.Release::new)),
                        net.jqwik.api.Tuple.of(
                                1, Arbitraries.integers().between(1, 4).map(Step.Activate::new)),
                        net.jqwik.api.Tuple.of(
                                1, Arbitraries.integers().between(1, 4).map(Step.CancelAward::new)),
                        net.jqwik.api.Tuple.of(
                                1, points().map(points -> new Step.Reinstate(points, 9))),
                        net.jqwik.api.Tuple.of(2, fromOthers()))
                .list()
                .ofMaxSize(40)
                .map(list -> list.stream().map(Step.class::cast).toList());
    }

    /** What comes from elsewhere than awards, and goes there. */
    private Arbitrary<Step> fromOthers() {
        var points = Arbitraries.longs().between(1, 300);
        var lasts = Arbitraries.of(0, 10, 20);
        var number = Arbitraries.integers().between(1, 4);
        return Arbitraries.oneOf(
                Combinators.combine(number, points, lasts).as(Step.Gift::new),
                points.map(Step.Borrow::new),
                Arbitraries.longs().between(-300, 300).filter(p -> p != 0).map(Step.Adjust::new),
                Combinators.combine(Arbitraries.of(true, false), points).as(Step.Convert::new));
    }

    @Provide
    Arbitrary<Currency> currencies() {
        var daily = new Cap("daily", Cap.Per.DAY, 400, Cap.Action.CLIP);
        var full = new Cap("full", Cap.Per.BALANCE, 300, Cap.Action.REJECT);
        var month = new ExpiryModel.Rolling(Period.ofDays(20), null);
        return Arbitraries.of(
                Currency.named("points"),
                PointsOf.beyond(BeyondBalance.CLIP),
                PointsOf.beyond(BeyondBalance.FORBID),
                PointsOf.ownLotsOnly(BeyondBalance.CLIP),
                PointsOf.ownLotsOnly(BeyondBalance.FORBID),
                PointsOf.model(month),
                PointsOf.sliding(15, ExpiryModel.Activity.EARNING, ExpiryModel.Activity.SPENDING),
                PointsOf.deadLots(new DeadLots.Grace(Period.ofDays(5))),
                PointsOf.deadLots(new DeadLots.NewLot(), month),
                PointsOf.caps(daily, full),
                PointsOf.caps(BeyondBalance.FORBID, full));
    }

    @Provide
    Arbitrary<List<Integer>> days() {
        return Arbitraries.integers().between(0, 28).list().ofMinSize(1).ofMaxSize(8);
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
    Arbitrary<Long> points() {
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, Arbitraries.just(0L)),
                net.jqwik.api.Tuple.of(5, Arbitraries.longs().between(1, 300)));
    }
}
