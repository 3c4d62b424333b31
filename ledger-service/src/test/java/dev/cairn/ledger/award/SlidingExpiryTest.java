package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static dev.cairn.ledger.award.Book.earnedOn;
import static dev.cairn.ledger.currency.ExpiryModel.Activity.EARNING;
import static dev.cairn.ledger.currency.ExpiryModel.Activity.SPENDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.currency.ExpiryModel;
import dev.cairn.ledger.currency.PointsOf;
import java.time.Period;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A last day that the currency decides, because the award names none. */
class SlidingExpiryTest {
    private static final ExpiryModel THIRTY_DAYS = new ExpiryModel.Rolling(Period.ofDays(30), null);

    private final Book rolling = new Book(PointsOf.model(THIRTY_DAYS, ZoneOffset.UTC));
    private final Book earning = new Book(PointsOf.sliding(30, EARNING));
    private final Book spending = new Book(PointsOf.sliding(30, SPENDING));

    @Test
    void anAwardWithoutAnEndGetsTheCurrencys() {
        rolling.set(award("base:1", 1, 100));
        assertThat(rolling.lot("base:1").expiresAt()).isEqualTo(day(31));

        rolling.passUntil(day(31));

        assertThat(rolling.balance().expired()).isEqualTo(100);
    }

    @Test
    void theAwardsOwnEndWins() {
        rolling.set(award("base:1", 1, 100, null, day(5)));

        assertThat(rolling.lot("base:1").expiresAt()).isEqualTo(day(5));
    }

    @Test
    void pointsThatWaitAgeFromTheDayOnWhichTheyCanBeSpent() {
        rolling.set(award("base:1", 1, 100, day(50), null));

        assertThat(rolling.lot("base:1").expiresAt()).isEqualTo(day(81));
    }

    @Test
    void earningMovesAllPointsOfTheAccount() {
        earning.set(award("base:1", 1, 100));
        earning.set(earnedOn(day(20), "base:2", 1, 10));
        earning.passUntil(day(40));

        assertThat(earning.balance().active()).isEqualTo(110);
        assertThat(earning.lot("base:1").expiresAt()).isEqualTo(day(51));
        assertThat(earning.lot("base:2").expiresAt()).isEqualTo(day(51));
    }

    @Test
    void lateNewsOfAnEarlierUseMovesNothingBack() {
        earning.set(earnedOn(day(20), "base:2", 1, 10));
        earning.set(award("base:1", 1, 100));

        assertThat(earning.lot("base:1").expiresAt()).isEqualTo(day(51));
        assertThat(earning.lot("base:2").expiresAt()).isEqualTo(day(51));
    }

    @Test
    void anExpiredLotIsNotRevivedByLaterUse() {
        earning.set(award("base:1", 1, 100));
        earning.passUntil(day(31));
        earning.set(earnedOn(day(31), "base:2", 1, 10));

        assertThat(earning.balance().expired()).isEqualTo(100);
        assertThat(earning.balance().active()).isEqualTo(10);
    }

    @Test
    void reservedPointsWhoseTimeIsOverAreNotRevivedByLaterUse() {
        earning.set(award("base:1", 1, 100));
        earning.passUntil(day(28));
        var hold = earning.hold(60).orElseThrow();
        earning.passUntil(day(31));
        earning.set(earnedOn(day(31), "base:2", 1, 10));
        earning.release(hold);

        assertThat(earning.balance().expired()).isEqualTo(100);
        assertThat(earning.balance().active()).isEqualTo(10);
    }

    @Test
    void onlyWhatTheCurrencyCallsUseMovesPoints() {
        spending.set(award("base:1", 1, 100));
        spending.set(earnedOn(day(10), "base:2", 1, 10));
        assertThat(spending.lot("base:1").expiresAt()).isEqualTo(day(31));

        spending.passUntil(day(25));
        spending.spend(1);

        assertThat(spending.lot("base:1").expiresAt()).isEqualTo(day(56));
        assertThat(spending.lot("base:2").expiresAt()).isEqualTo(day(56));
    }

    @Test
    void pointsWithAnEndOfTheirOwnDoNotSlide() {
        earning.set(award("base:1", 1, 100, null, day(15)));
        earning.set(earnedOn(day(10), "base:2", 1, 10));

        assertThat(earning.lot("base:1").expiresAt()).isEqualTo(day(15));
    }

    @Test
    void pointsOfACancelledRedemptionComeBackAsIfTheyHadBeenThere() {
        spending.set(award("base:1", 1, 100));
        var spent = spending.spend(100).orElseThrow();
        spending.set(earnedOn(day(0), "base:2", 1, 50));
        spending.passUntil(day(20));
        spending.spend(10);
        spending.passUntil(day(35));
        spending.cancel(spent);

        assertThat(spending.balance().active()).isEqualTo(140);
        assertThat(spending.lot("base:1").expiresAt()).isEqualTo(day(51));
    }

    @Test
    void reservedPointsMoveWithTheUseThatComesInTime() {
        earning.set(award("base:1", 1, 100));
        var hold = earning.hold(60).orElseThrow();
        earning.passUntil(day(30));
        earning.set(earnedOn(day(30), "base:2", 1, 10));
        earning.passUntil(day(40));
        earning.release(hold);

        assertThat(earning.balance().active()).isEqualTo(110);
        assertThat(earning.lot("base:1").expiresAt()).isEqualTo(day(61));
    }

    /** Found by a reader: the use of day 35 came four days too late for what was spent by then. */
    @Test
    void spentPointsWhoseTimeWasOverAreNotRevivedByALaterUse() {
        earning.set(award("base:1", 1, 100));
        earning.passUntil(day(5));
        var spent = earning.spend(100).orElseThrow();
        earning.passUntil(day(35));
        earning.set(earnedOn(day(35), "base:2", 1, 10));
        earning.passUntil(day(40));
        earning.cancel(spent);

        assertThat(earning.balance().expired()).isEqualTo(100);
        assertThat(earning.balance().active()).isEqualTo(10);
        assertThat(earning.lot("base:1").expiresAt()).isEqualTo(day(31));
    }

    /** One use after the other came in time, also the last one, which alone would be too late. */
    @Test
    void spentPointsAreKeptByAnUnbrokenChainOfUses() {
        earning.set(award("base:1", 1, 100));
        var spent = earning.spend(100).orElseThrow();
        for (var day = 20; day <= 80; day += 20) {
            earning.passUntil(day(day));
            earning.set(earnedOn(day(day), "base:" + day, 1, 10));
        }
        earning.cancel(spent);

        assertThat(earning.balance().active()).isEqualTo(140);
        assertThat(earning.lot("base:1").expiresAt()).isEqualTo(day(111));
    }

    /** Between a spend and its cancellation nothing was used: it does not make points younger. */
    @Test
    void spendingAndCancellingDoesNotMoveAnEarlierDay() {
        earning.set(award("base:1", 1, 100));
        earning.passUntil(day(31));
        earning.set(earnedOn(day(31), "base:2", 1, 10));
        earning.reinstate(100, day(40));
        var spent = earning.spend(105).orElseThrow();
        earning.cancel(spent);

        assertThat(earning.lot("base:1").expiresAt()).isEqualTo(day(40));
        assertThat(earning.lot("base:2").expiresAt()).isEqualTo(day(62));
    }

    @Test
    void aPartialReturnDoesNotMoveTheDayBack() {
        earning.set(award("base:1", 1, 100));
        earning.set(earnedOn(day(20), "base:2", 1, 10));
        earning.set(award("base:1", 2, 60));

        assertThat(earning.lot("base:1").expiresAt()).isEqualTo(day(51));
    }
}
