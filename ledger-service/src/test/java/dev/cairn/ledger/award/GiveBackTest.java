package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.Lot;
import dev.cairn.ledger.account.LotSource;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.currency.DeadLots;
import dev.cairn.ledger.currency.ExpiryModel;
import dev.cairn.ledger.currency.PointsOf;
import java.time.Duration;
import java.time.Period;
import org.junit.jupiter.api.Test;

/** What happens to points of a cancelled redemption whose lot died meanwhile. */
class GiveBackTest {
    private static final Duration TICK = Duration.ofNanos(1000);

    private final Book dead = new Book(PointsOf.deadLots(new DeadLots.StayDead()));
    private final Book grace = new Book(PointsOf.deadLots(new DeadLots.Grace(Period.ofDays(7))));
    private final Book fresh =
            new Book(
                    PointsOf.deadLots(
                            new DeadLots.NewLot(),
                            new ExpiryModel.Rolling(Period.ofDays(30), null)));

    private static void spendAndCancelAt(Book book, Duration afterTheEnd) {
        book.set(award("base:1", 1, 100, null, day(10)));
        var spent = book.spend(60).orElseThrow();
        book.passUntil(day(10).plus(afterTheEnd));
        book.cancel(spent);
    }

    @Test
    void theLastInstantBeforeTheEndIsStillInTime() {
        for (var book : new Book[] {dead, grace, fresh}) {
            spendAndCancelAt(book, TICK.negated());
            assertThat(book.balance().active()).isEqualTo(100);
            assertThat(book.lot("base:1").expiresAt()).isEqualTo(day(10));

            book.passUntil(day(10));
            assertThat(book.balance().expired()).isEqualTo(100);
        }
    }

    @Test
    void fromTheEndOnTheyStayDead() {
        spendAndCancelAt(dead, Duration.ZERO);

        assertThat(dead.balance().active()).isZero();
        assertThat(dead.balance().spent()).isZero();
        assertThat(dead.balance().expired()).isEqualTo(100);
    }

    @Test
    void graceCountsWholeDaysFromTheDayOnWhichTheyCameBack() {
        spendAndCancelAt(grace, Duration.ZERO);
        assertThat(grace.balance().active()).isEqualTo(60);

        grace.passUntil(day(18).minus(TICK));
        assertThat(grace.balance().active()).isEqualTo(60);
        grace.passUntil(day(18));
        assertThat(grace.balance().expired()).isEqualTo(100);
    }

    @Test
    void aPartialReturnDuringTheGraceDoesNotEndIt() {
        spendAndCancelAt(grace, Duration.ZERO);
        grace.set(award("base:1", 2, 90, null, day(10)));

        assertThat(grace.balance().active()).isEqualTo(50);
        assertThat(grace.balance().expired()).isEqualTo(40);
    }

    @Test
    void aNewLotIsBornAsIfEarnedThatDay() {
        spendAndCancelAt(fresh, Duration.ZERO);

        var born =
                fresh.lots().stream()
                        .filter(lot -> lot.source() == LotSource.REINSTATEMENT)
                        .findFirst()
                        .orElseThrow();
        assertThat(fresh.balance().active()).isEqualTo(60);
        assertThat(born.remaining()).isEqualTo(60);
        assertThat(born.earnedAt()).isEqualTo(day(10));
        assertThat(born.expiresAt()).isEqualTo(day(41));
    }

    @Test
    void aNewLotStillBelongsToItsAward() {
        spendAndCancelAt(fresh, Duration.ZERO);
        fresh.set(award("base:2", 1, 50, null, day(12)));
        fresh.set(award("base:1", 2, 0, null, day(10)));

        assertThat(fresh.balance().active()).isEqualTo(50);
        assertThat(fresh.balance().reversed()).isEqualTo(100);
        assertThat(fresh.balance().expired()).isZero();
    }

    @Test
    void whatLivesOfAnAwardIsTakenBeforeWhatExpiredOfIt() {
        spendAndCancelAt(fresh, Duration.ZERO);
        fresh.set(award("base:1", 2, 50, null, day(10)));

        assertThat(fresh.balance().active()).isEqualTo(10);
        assertThat(fresh.balance().expired()).isEqualTo(40);
    }

    @Test
    void debtsArePaidBeforeAnythingElse() {
        for (var book : new Book[] {dead, grace, fresh}) {
            book.set(award("base:1", 1, 100, null, day(10)));
            var first = book.spend(60).orElseThrow();
            book.spend(40);
            book.set(award("base:1", 2, 50, null, day(10)));
            assertThat(book.balance().arrears()).isEqualTo(50);
            book.passUntil(day(10));

            book.cancel(first);

            assertThat(book.balance().arrears()).isZero();
            assertThat(book.balance().active() + book.balance().expired()).isEqualTo(10);
        }
    }

    @Test
    void reinstatedPointsComeBackToTheirLotWithANewLastDay() {
        dead.set(award("base:1", 1, 100, null, day(10)));
        dead.set(award("base:2", 1, 50, null, day(12)));
        dead.passUntil(day(20));
        dead.reinstate(70, day(40));

        assertThat(dead.balance().active()).isEqualTo(70);
        assertThat(dead.balance().expired()).isEqualTo(80);
        assertThat(dead.lot("base:2").remaining()).isEqualTo(50);
        assertThat(dead.lot("base:1").remaining()).isEqualTo(20);
        assertThat(dead.lots()).extracting(Lot::expiresAt).containsOnly(day(40));
        assertThat(dead.journal().getLast().kind()).isEqualTo(PostingKind.REINSTATED);

        dead.passUntil(day(40));
        assertThat(dead.balance().expired()).isEqualTo(150);
    }

    @Test
    void moreThanExpiredDoesNotComeBack() {
        dead.set(award("base:1", 1, 100, null, day(10)));
        dead.spend(30);
        dead.passUntil(day(10));
        dead.reinstate(500, day(40));

        assertThat(dead.balance().active()).isEqualTo(70);
    }

    @Test
    void aReturnAfterReinstatementTakesTheReinstatedPoints() {
        dead.set(award("base:1", 1, 100, null, day(10)));
        dead.passUntil(day(10));
        dead.reinstate(100, day(40));
        dead.set(award("base:1", 2, 30, null, day(10)));

        assertThat(dead.balance().active()).isEqualTo(30);
        assertThat(dead.lot("base:1").expiresAt()).isEqualTo(day(40));
    }
}
