package dev.cairn.ledger.currency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.currency.ExpiryModel.Round;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpiryDayTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static Instant after(String period, Round round, ZoneId zone, String since) {
        var model = new ExpiryModel.Rolling(Period.parse(period), round);
        return ExpiryDay.after(model, zone, Instant.parse(since));
    }

    @ParameterizedTest(name = "{0} + {1} is valid until {2}")
    @CsvSource({
        "2026-01-31, P1M, 2026-02-28",
        "2024-01-31, P1M, 2024-02-29",
        "2024-02-29, P1Y, 2025-02-28",
        "2024-02-29, P12M, 2025-02-28",
        "2026-02-28, P1M, 2026-03-28",
        "2026-08-31, P6M, 2027-02-28",
        "2026-12-31, P2M, 2027-02-28",
        "2026-03-01, P1D, 2026-03-02",
        "2026-03-01, P2W, 2026-03-15",
        "2023-12-31, P1Y2M, 2025-02-28"
    })
    void aMonthAfterTheLastDayEndsWithTheLastDayOfAShorterMonth(
            LocalDate earned, Period after, LocalDate lastDay) {
        var model = new ExpiryModel.Rolling(after, null);
        var since = earned.atTime(10, 0).toInstant(ZoneOffset.UTC);

        assertThat(ExpiryDay.after(model, ZoneOffset.UTC, since))
                .isEqualTo(lastDay.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    @ParameterizedTest(name = "{0} + {1}, to the end of the {2}, is valid until {3}")
    @CsvSource({
        "2026-01-06, P0M, DAY, 2026-01-06",
        "2025-07-06, P12M, MONTH, 2026-07-31",
        "2026-01-31, P1M, MONTH, 2026-02-28",
        "2026-02-10, P0M, QUARTER, 2026-03-31",
        "2026-03-31, P1D, QUARTER, 2026-06-30",
        "2026-12-31, P1D, QUARTER, 2027-03-31",
        "2026-06-30, P0M, HALF_YEAR, 2026-06-30",
        "2026-07-01, P0M, HALF_YEAR, 2026-12-31",
        "2024-02-29, P1Y, YEAR, 2025-12-31",
        "2026-12-31, P1M, YEAR, 2027-12-31",
        "2026-02-10, P0M, MONTH, 2026-02-28",
        "2026-02-10, P0M, YEAR, 2026-12-31",
        "2026-02-10, P0M, MARCH, 2026-03-31",
        "2026-03-31, P0M, MARCH, 2026-03-31",
        "2026-04-01, P0M, MARCH, 2027-03-31",
        "2025-02-10, P12M, MARCH, 2026-03-31",
        "2025-05-10, P12M, MARCH, 2027-03-31",
        "2027-03-01, P0M, FEBRUARY, 2028-02-29",
        "2026-12-31, P1D, JANUARY, 2027-01-31"
    })
    void theLastDayIsRoundedToTheEndOfItsPeriod(
            LocalDate earned, Period after, Round round, LocalDate lastDay) {
        var model = new ExpiryModel.Rolling(after, round);
        var since = earned.atTime(23, 59).toInstant(ZoneOffset.UTC);

        assertThat(ExpiryDay.after(model, ZoneOffset.UTC, since))
                .isEqualTo(lastDay.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    @Test
    void theEndIsTheFirstInstantOfTheDayAfterTheLastValidDay() {
        var end = after("P12M", Round.MONTH, LONDON, "2025-07-06T12:00:00Z");

        assertThat(end).isEqualTo("2026-07-31T23:00:00Z");
        assertThat(end.minusNanos(1).atZone(LONDON).toLocalDate()).isEqualTo("2026-07-31");
    }

    @Test
    void daysAreThoseOfTheZoneNotOfGreenwich() {
        var tokyo = ZoneId.of("Asia/Tokyo");

        assertThat(after("P1D", null, tokyo, "2026-01-30T15:00:00Z"))
                .isEqualTo("2026-02-01T15:00:00Z");
        assertThat(after("P1D", null, tokyo, "2026-01-30T14:59:59.999999Z"))
                .isEqualTo("2026-01-31T15:00:00Z");
    }

    @Test
    void aDayOf23HoursAndADayOf25HoursAreWholeDays() {
        var spring = after("P0D", null, LONDON, "2026-03-29T00:00:00Z");
        var autumn = after("P0D", null, LONDON, "2026-10-24T23:00:00Z");

        assertThat(spring).isEqualTo("2026-03-29T23:00:00Z");
        assertThat(Duration.between(Instant.parse("2026-10-24T23:00:00Z"), autumn).toHours())
                .isEqualTo(25);
    }

    @Test
    void aDayThatBeginsAfterMidnightBeginsThen() {
        // In Cairo the clocks went from 00:00 to 01:00 on 26 April 2024.
        var cairo = ZoneId.of("Africa/Cairo");

        assertThat(after("P1D", null, cairo, "2024-04-24T10:00:00Z"))
                .isEqualTo("2024-04-25T22:00:00Z");
    }

    @Test
    void calendarPointsRunOutOnTheNextOfTheDays() {
        var model =
                new ExpiryModel.Calendar(
                        List.of(LocalDate.parse("2026-06-30"), LocalDate.parse("2026-12-31")));

        assertThat(ExpiryDay.after(model, LONDON, Instant.parse("2026-06-30T22:59:59Z")))
                .isEqualTo("2026-06-30T23:00:00Z");
        assertThat(ExpiryDay.after(model, LONDON, Instant.parse("2026-06-30T23:00:00Z")))
                .isEqualTo("2027-01-01T00:00:00Z");
        assertThat(ExpiryDay.after(model, LONDON, Instant.parse("2027-01-01T00:00:00Z"))).isNull();
    }

    @Test
    void somePointsNeverRunOut() {
        assertThat(ExpiryDay.after(new ExpiryModel.Never(), LONDON, Instant.EPOCH)).isNull();
    }

    /** Sliding points rely on it: a later use never gives an earlier day. */
    @Property
    void aLaterStartNeverGivesAnEarlierEnd(
            @ForAll @LongRange(min = 0, max = 4_000_000_000L) long first,
            @ForAll @LongRange(min = 0, max = 90_000_000) long later,
            @ForAll @IntRange(max = 40) int months,
            @ForAll @IntRange(max = 400) int days,
            @ForAll Round round) {
        var model = new ExpiryModel.Rolling(Period.of(0, months, days), round);
        var one = ExpiryDay.after(model, LONDON, Instant.ofEpochSecond(first));
        var two = ExpiryDay.after(model, LONDON, Instant.ofEpochSecond(first + later));

        assertThat(two).isAfterOrEqualTo(one).isAfter(Instant.ofEpochSecond(first + later));
    }
}
