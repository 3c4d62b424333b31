package dev.cairn.ledger.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.ledger.catalogue.Validity.Hours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ValidityTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final RecurringDays WEEKENDS =
            new RecurringDays("FREQ=WEEKLY;BYDAY=SA,SU", LocalDate.parse("2026-01-01"));

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static Optional<Instant> opens(Validity validity, String now) {
        return validity.opensAt(at(now), LONDON);
    }

    private static Optional<Instant> closes(Validity validity, String now) {
        return validity.closesAt(at(now), LONDON);
    }

    @Test
    void weekendOnlyOpensOnSaturdayInTheProgrammesZone() {
        var weekends = new Validity(null, null, null, WEEKENDS, null);

        assertThat(opens(weekends, "2026-07-08T12:00:00Z")).contains(at("2026-07-10T23:00:00Z"));
        assertThat(weekends.open(at("2026-07-10T22:59:59Z"), LONDON)).isFalse();
        assertThat(weekends.open(at("2026-07-10T23:00:00Z"), LONDON)).isTrue();
        assertThat(closes(weekends, "2026-07-11T12:00:00Z")).contains(at("2026-07-12T23:00:00Z"));
        assertThat(weekends.open(at("2026-07-12T23:00:00Z"), LONDON)).isFalse();
    }

    @Test
    void itsOwnZoneCountsBeforeTheProgrammes() {
        var tokyo = new Validity(null, null, ZoneId.of("Asia/Tokyo"), WEEKENDS, null);

        assertThat(opens(tokyo, "2026-07-08T12:00:00Z")).contains(at("2026-07-10T15:00:00Z"));
    }

    @Test
    void happyHourOpensAgainTheNextDay() {
        var hours = new Hours(LocalTime.of(17, 0), LocalTime.of(19, 0));
        var happy = new Validity(null, null, null, null, hours);

        assertThat(opens(happy, "2026-01-08T16:59:00Z")).contains(at("2026-01-08T17:00:00Z"));
        assertThat(closes(happy, "2026-01-08T17:00:00Z")).contains(at("2026-01-08T19:00:00Z"));
        assertThat(opens(happy, "2026-01-08T19:00:00Z")).contains(at("2026-01-09T17:00:00Z"));
    }

    @Test
    void hoursThatTheClockSkipsDoNotHappenThatDay() {
        var hours = new Hours(LocalTime.of(1, 0), LocalTime.of(2, 0));
        var nightly = new Validity(null, null, null, null, hours);

        assertThat(opens(nightly, "2026-03-29T00:30:00Z")).contains(at("2026-03-30T00:00:00Z"));
    }

    @Test
    void beginningAndEndCutWhatTheDaysSay() {
        var from = at("2026-07-11T10:00:00Z");
        var until = at("2026-07-12T10:00:00Z");
        var once = new Validity(from, until, null, WEEKENDS, null);

        assertThat(opens(once, "2026-01-01T00:00:00Z")).contains(from);
        assertThat(closes(once, "2026-07-11T10:00:00Z")).contains(until);
        assertThat(once.open(until, LONDON)).isFalse();
        assertThat(opens(once, "2026-07-12T10:00:00Z")).isEmpty();
    }

    @Test
    void anEndBeforeTheNextDayIsNeverAgain() {
        var over = new Validity(null, at("2026-07-10T12:00:00Z"), null, WEEKENDS, null);

        assertThat(opens(over, "2026-07-08T12:00:00Z")).isEmpty();
    }

    @Test
    void withoutRestrictionsItIsAlwaysOpen() {
        var always = new Validity(null, null, null, null, null);

        assertThat(always.open(at("2026-07-08T12:00:00Z"), LONDON)).isTrue();
        assertThat(closes(always, "2026-07-08T12:00:00Z")).isEmpty();
    }

    @Test
    void everyDayWithoutEndClosesAtNoTimeWorthTelling() {
        var daily = new RecurringDays("FREQ=DAILY", LocalDate.parse("2026-01-01"));

        assertThat(closes(new Validity(null, null, null, daily, null), "2026-07-08T12:00:00Z"))
                .isEmpty();
    }

    @Test
    void whatEndsBeforeItBeginsIsRefused() {
        var instant = at("2026-07-10T12:00:00Z");

        assertThatThrownBy(() -> new Validity(instant, instant, null, null, null))
                .hasMessage("until must be after from");
        assertThatThrownBy(() -> new Hours(LocalTime.NOON, LocalTime.NOON))
                .hasMessage("hours must close after they open");
    }
}
