package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.day;
import static dev.cairn.ledger.award.ManyAwards.points;
import static dev.cairn.ledger.award.Step.revisionOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.Currency.BeyondBalance;
import dev.cairn.ledger.currency.Currency.Cap;
import dev.cairn.ledger.currency.DeadLots;
import dev.cairn.ledger.currency.ExpiryModel;
import dev.cairn.ledger.currency.PointsOf;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class AwardAlgebraPropertyTest {

    /** The books check all invariants after each step, whatever the currency's rules are. */
    @Property(tries = 1500)
    void whateverHappensTheBooksAreRight(
            @ForAll("currencies") Currency currency, @ForAll("steps") List<Step> steps) {
        var book = new Book(currency);
        var others = new Others(currency);
        var spends = new ArrayList<UUID>();
        var holds = new ArrayList<String>();
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
                        Tuple.of(5, set),
                        Tuple.of(3, points().map(Step.Spend::new)),
                        Tuple.of(1, Arbitraries.integers().between(0, 9).map(Step.Cancel::new)),
                        Tuple.of(2, Arbitraries.integers().between(1, 12).map(Step.Pass::new)),
                        Tuple.of(2, points().map(Step.Hold::new)),
                        Tuple.of(1, Arbitraries.integers().between(0, 9).map(Step.Release::new)),
                        Tuple.of(1, Arbitraries.integers().between(1, 4).map(Step.Activate::new)),
                        Tuple.of(
                                1, Arbitraries.integers().between(1, 4).map(Step.CancelAward::new)),
                        Tuple.of(1, points().map(points -> new Step.Reinstate(points, 9))),
                        Tuple.of(2, fromOthers()))
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
}
