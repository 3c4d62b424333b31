package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static dev.cairn.ledger.award.Book.earnedOn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.currency.Currency.BeyondBalance;
import dev.cairn.ledger.currency.Currency.Cap;
import dev.cairn.ledger.currency.Currency.Cap.Action;
import dev.cairn.ledger.currency.Currency.Cap.Per;
import dev.cairn.ledger.currency.PointsOf;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapAlgebraTest {
    private static final Cap DAILY = new Cap("daily", Per.DAY, 100, Action.CLIP);

    private final Book daily = new Book(PointsOf.caps(DAILY));

    @Test
    void anAwardPaysAsMuchAsFits() {
        daily.set(award("base:1", 1, 70));
        daily.set(award("base:2", 1, 70));

        assertThat(daily.balance().active()).isEqualTo(100);
        assertThat(daily.register("base:2").points()).isEqualTo(70);
        assertThat(daily.register("base:2").ceiling()).isEqualTo(30);
        assertThat(daily.register("base:2").cap()).isEqualTo("daily");
        assertThat(daily.register("base:1").cap()).isNull();
    }

    @Test
    void theNextDayHasRoomAgain() {
        daily.set(award("base:1", 1, 100));
        daily.set(earnedOn(day(1), "base:2", 1, 70));

        assertThat(daily.balance().active()).isEqualTo(170);
    }

    @Test
    void aLateEventUsesTheRoomOfTheDayOnWhichItHappened() {
        daily.set(earnedOn(day(1), "base:2", 1, 100));
        daily.set(award("base:1", 1, 100));

        assertThat(daily.balance().active()).isEqualTo(200);
    }

    @Test
    void rejectingPaysAllOrNothing() {
        var book = new Book(PointsOf.caps(new Cap("daily", Per.DAY, 100, Action.REJECT)));
        book.set(award("base:1", 1, 70));
        book.set(award("base:2", 1, 31));
        book.set(award("base:3", 1, 30));

        assertThat(book.balance().active()).isEqualTo(100);
        assertThat(book.register("base:2").ceiling()).isZero();
        assertThat(book.register("base:2").cap()).isEqualTo("daily");
    }

    @Test
    void aReturnGivesTheRoomBackToLaterAwards() {
        daily.set(award("base:1", 1, 100));
        daily.set(award("base:1", 2, 0));
        daily.set(award("base:2", 1, 80));

        assertThat(daily.balance().active()).isEqualTo(80);
        assertThat(daily.register("base:2").cap()).isNull();
    }

    @Test
    void aClippedAwardPaysMoreOnlyWhenItIsRevisedAndThereIsRoom() {
        daily.set(award("base:1", 1, 70));
        daily.set(award("base:2", 1, 70));
        daily.set(award("base:1", 2, 20));
        assertThat(daily.balance().active()).isEqualTo(50);

        daily.set(award("base:2", 2, 70));

        assertThat(daily.register("base:2").paid()).isEqualTo(70);
        assertThat(daily.balance().active()).isEqualTo(90);
    }

    @Test
    void aPartialReturnOfAClippedAwardTakesOnlyWhatExceedsItsNewWorth() {
        daily.set(award("base:1", 1, 150));
        assertThat(daily.balance().active()).isEqualTo(100);

        daily.set(award("base:1", 2, 120));
        assertThat(daily.balance().active()).isEqualTo(100);
        daily.set(award("base:1", 3, 90));

        assertThat(daily.balance().active()).isEqualTo(90);
        assertThat(daily.register("base:1").cap()).isNull();
    }

    @Test
    void theSmallestOfSeveralCapsWins() {
        var award = new Cap("order", Per.AWARD, 60, Action.CLIP);
        var book = new Book(PointsOf.caps(DAILY, award));
        book.set(award("base:1", 1, 90));
        book.set(award("base:2", 1, 90));

        assertThat(book.register("base:1").cap()).isEqualTo("order");
        assertThat(book.register("base:1").paid()).isEqualTo(60);
        assertThat(book.register("base:2").cap()).isEqualTo("daily");
        assertThat(book.register("base:2").paid()).isEqualTo(40);
    }

    @Test
    void aCapOnTheBalanceCountsWaitingPointsAndForgetsSpentOnes() {
        var book = new Book(PointsOf.caps(new Cap("full", Per.BALANCE, 100, Action.CLIP)));
        book.set(award("base:1", 1, 60, day(14), null));
        book.set(award("base:2", 1, 60));
        assertThat(book.balance().active()).isEqualTo(40);

        book.spend(40);
        book.set(award("base:3", 1, 60));

        assertThat(book.balance().active()).isEqualTo(40);
    }

    @Test
    void aCapOnTheBalanceLetsDebtsBePaid() {
        var book = new Book(PointsOf.caps(new Cap("full", Per.BALANCE, 100, Action.CLIP)));
        book.set(award("base:1", 1, 100));
        book.spend(100);
        book.set(award("base:1", 2, 0));
        book.set(award("base:2", 1, 300));

        assertThat(book.balance().visible()).isEqualTo(100);
    }

    @Test
    void anAwardThatMovesToAnotherDayTakesItsUseAlong() {
        daily.set(award("base:1", 1, 100));
        daily.set(earnedOn(day(1), "base:1", 2, 100));
        daily.set(award("base:2", 1, 100));
        daily.set(earnedOn(day(1), "base:3", 1, 100));

        assertThat(daily.register("base:2").paid()).isEqualTo(100);
        assertThat(daily.register("base:3").paid()).isZero();
    }

    @Test
    void whatCouldNotBeTakenBackStillUsesTheCap() {
        var book = new Book(PointsOf.caps(BeyondBalance.FORBID, DAILY));
        book.set(award("base:1", 1, 100));
        book.spend(100);
        book.set(award("base:1", 2, 0));
        book.set(award("base:2", 1, 50));

        assertThat(book.register("base:2").paid()).isZero();
    }

    @ParameterizedTest(name = "{0} of {1}: from {2} until {3}")
    @CsvSource({
        "DAY, 2026-03-29T12:00:00Z, 2026-03-29T00:00:00Z, 2026-03-29T23:00:00Z",
        "WEEK, 2026-01-01T12:00:00Z, 2025-12-29T00:00:00Z, 2026-01-05T00:00:00Z",
        "WEEK, 2026-01-05T00:00:00Z, 2026-01-05T00:00:00Z, 2026-01-12T00:00:00Z",
        "MONTH, 2026-03-31T22:59:59Z, 2026-03-01T00:00:00Z, 2026-03-31T23:00:00Z",
        "QUARTER, 2026-06-30T23:00:00Z, 2026-06-30T23:00:00Z, 2026-09-30T23:00:00Z",
        "YEAR, 2024-02-29T12:00:00Z, 2024-01-01T00:00:00Z, 2025-01-01T00:00:00Z"
    })
    void windowsAreThoseOfTheCalendarInTheZone(Per per, Instant at, Instant from, Instant until) {
        var account = AccountId.of("m-1");
        var zone = ZoneId.of("Europe/London");

        assertThat(CapWindow.of(account, per, zone, at))
                .contains(new CapWindow(account, from, until));
    }
}
