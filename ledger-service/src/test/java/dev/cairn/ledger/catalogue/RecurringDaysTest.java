package dev.cairn.ledger.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecurringDaysTest {
    /** A Wednesday. */
    private static final LocalDate FROM = LocalDate.parse("2026-01-14");

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void weekendsAreSaturdaysAndSundays() {
        var weekends = new RecurringDays("FREQ=WEEKLY;BYDAY=SA,SU", FROM);

        assertThat(weekends.contains(FROM)).isFalse();
        assertThat(weekends.nextFrom(FROM)).contains(day("2026-01-17"));
        assertThat(weekends.nextFrom(day("2026-01-18"))).contains(day("2026-01-18"));
        assertThat(weekends.nextFrom(day("2031-06-02"))).contains(day("2031-06-07"));
    }

    @Test
    void noDayComesBeforeTheBeginning() {
        var always = new RecurringDays("FREQ=DAILY", FROM);

        assertThat(always.contains(FROM.minusDays(1))).isFalse();
        assertThat(always.nextFrom(day("2020-01-01"))).contains(FROM);
    }

    @Test
    void aCountComesToAnEnd() {
        var three = new RecurringDays("FREQ=DAILY;COUNT=3", FROM);

        assertThat(three.contains(day("2026-01-16"))).isTrue();
        assertThat(three.contains(day("2026-01-17"))).isFalse();
        assertThat(three.nextFrom(day("2026-01-17"))).isEmpty();
    }

    @Test
    void theLastFridayOfAMonthAndALeapDayAreFound() {
        var fridays = new RecurringDays("FREQ=MONTHLY;BYDAY=-1FR", FROM);
        var leapDays = new RecurringDays("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", FROM);

        assertThat(fridays.nextFrom(day("2026-02-01"))).contains(day("2026-02-27"));
        assertThat(leapDays.nextFrom(day("2026-02-01"))).contains(day("2028-02-29"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "every Sunday",
                "FREQ=HOURLY",
                "FREQ=DAILY;BYHOUR=9",
                "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
                "FREQ=WEEKLY;BYDAY=XX",
                "FREQ=DAILY;UNTIL=20250101",
                ""
            })
    void rulesThatNameNoDaysAreRefused(String rrule) {
        assertThatThrownBy(() -> new RecurringDays(rrule, FROM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("rrule");
    }

    @Test
    void aBeginningIsNeeded() {
        assertThatThrownBy(() -> new RecurringDays("FREQ=DAILY", null))
                .hasMessage("days need rrule and from");
        assertThatThrownBy(() -> new RecurringDays("FREQ=DAILY", day("0001-01-01")))
                .hasMessageContaining("between 2000 and 2200");
    }
}
