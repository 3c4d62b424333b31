package dev.cairn.ledger.award;

import static dev.cairn.ledger.award.Book.award;
import static dev.cairn.ledger.award.Book.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.currency.Currency.BeyondBalance;
import dev.cairn.ledger.currency.Currency.Cap;
import dev.cairn.ledger.currency.ExpiryModel;
import dev.cairn.ledger.currency.PointsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwardViewTest {
    private static final Currency POINTS = Currency.named("points");

    private static AwardView view(Book book, Currency currency, Instant now) {
        var lot = book.lots().stream().filter(l -> l.id().equals(id(book))).findFirst();
        return AwardView.of("m-1", book.register("base:1"), lot, currency, now);
    }

    private static Object id(Book book) {
        return book.lot("base:1") == null ? null : book.lot("base:1").id();
    }

    @Test
    void whatCouldNotBeTakenBackIsShown() {
        var currency = PointsOf.beyond(BeyondBalance.FORBID);
        var book = new Book(currency);
        book.set(award("base:1", 1, 100));
        book.spend(80);
        book.set(award("base:1", 2, 60));

        var view = view(book, currency, day(0));

        assertThat(view.worth()).isEqualTo(60);
        assertThat(view.paid()).isEqualTo(100);
        assertThat(view.uncollected()).isEqualTo(40);
        assertThat(view.clipped()).isNull();
    }

    @Test
    void theStateIsThatOfNowAlsoBeforeTheSweepComesBy() {
        var book = new Book();
        book.set(award("base:1", 1, 100, day(5), day(10)));

        assertThat(view(book, POINTS, day(5).minusNanos(1)).state()).isEqualTo("pending");
        assertThat(view(book, POINTS, day(5)).state()).isEqualTo("active");
        assertThat(view(book, POINTS, day(10).minusNanos(1)).state()).isEqualTo("active");
        assertThat(view(book, POINTS, day(10)).state()).isEqualTo("expired");
    }

    @Test
    void whatIsGoneIsSpentExpiredOrReversed() {
        var book = new Book();
        book.set(award("base:1", 1, 100, null, day(10)));
        book.spend(100);
        assertThat(view(book, POINTS, day(0)).state()).isEqualTo("spent");

        book.set(award("base:1", 2, 130, null, day(10)));
        book.passUntil(day(10));
        assertThat(view(book, POINTS, day(10)).state()).isEqualTo("expired");

        book.set(award("base:1", 3, 0, null, day(10)));
        assertThat(view(book, POINTS, day(10)).state()).isEqualTo("reversed");
    }

    @Test
    void theLastDayIsTheDayBeforeTheEndInTheCurrencysZone() {
        var currency = PointsOf.model(new ExpiryModel.Never(), ZoneId.of("Europe/London"));
        var book = new Book(currency);
        book.set(award("base:1", 1, 100, null, Instant.parse("2026-07-31T23:00:00Z")));

        assertThat(view(book, currency, day(0)).lastDay()).isEqualTo(LocalDate.parse("2026-07-31"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    AWARD   | One award pays at most 50 points.
                    DAY     | At most 50 points can be earned in a day.
                    WEEK    | At most 50 points can be earned in a week.
                    MONTH   | At most 50 points can be earned in a month.
                    QUARTER | At most 50 points can be earned in a quarter.
                    YEAR    | At most 50 points can be earned in a year.
                    BALANCE | An account keeps at most 50 points by earning.
                    """)
    void membersReadWhyNotAllWasPaid(Cap.Per per, String reason) {
        var currency = PointsOf.caps(new Cap("limit", per, 50, Cap.Action.CLIP));
        var book = new Book(currency);
        book.set(award("base:1", 1, 80));

        assertThat(view(book, currency, day(0)).clipped())
                .isEqualTo(new AwardView.Clipped("limit", 30, reason));
    }

    @Test
    void aLimitThatIsNotInTheRulesAnyMoreIsStillNamed() {
        var book = new Book(PointsOf.caps(new Cap("gone", Cap.Per.DAY, 50, Cap.Action.REJECT)));
        book.set(award("base:1", 1, 80));
        var view = AwardView.of("m-1", book.register("base:1"), Optional.empty(), POINTS, day(0));

        assertThat(view.state()).isEqualTo("clipped");
        assertThat(view.clipped())
                .isEqualTo(new AwardView.Clipped("gone", 80, "A limit on earning was reached."));
    }
}
