package dev.cairn.rules.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.rules.programme.PeriodUnit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class PeriodCalendarTest {
    private static final Instant SUNDAY_NOON_IN_LONDON = Instant.parse("2026-03-08T12:00:00Z");

    private static PeriodCalendar weeks(ZoneHistory.Stay... stays) {
        return PeriodCalendar.of(PeriodUnit.WEEK, new ZoneHistory(List.of(stays)));
    }

    private static ZoneHistory.Stay home(String zone) {
        return new ZoneHistory.Stay(Instant.MIN, ZoneId.of(zone));
    }

    private static ZoneHistory.Stay then(String from, String zone) {
        return new ZoneHistory.Stay(Instant.parse(from), ZoneId.of(zone));
    }

    @Test
    void aWeekWithDaylightSavingIsAnHourShorterOrLonger() {
        var berlin = weeks(home("Europe/Berlin"));
        assertThat(length(berlin, "2026-03-25T12:00:00Z")).isEqualTo(Duration.ofHours(167));
        assertThat(length(berlin, "2026-10-21T12:00:00Z")).isEqualTo(Duration.ofHours(169));
    }

    @Test
    void oneDayBeforeTheEndIsACalendarDayAlsoWhenTheClocksChange() {
        var berlin = weeks(home("Europe/Berlin"));
        var week = berlin.indexOf(Instant.parse("2026-03-25T12:00:00Z"));
        assertThat(berlin.endOf(week)).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
        assertThat(berlin.beforeEndOf(week, Period.ofDays(1)))
                .isEqualTo(Instant.parse("2026-03-28T23:00:00Z"));
    }

    @Test
    void aDayWithoutMidnightStartsWhenItStarts() {
        var havana =
                PeriodCalendar.of(PeriodUnit.DAY, new ZoneHistory(List.of(home("America/Havana"))));
        var saturday = havana.indexOf(Instant.parse("2026-03-07T18:00:00Z"));
        assertThat(havana.endOf(saturday)).isEqualTo(Instant.parse("2026-03-08T05:00:00Z"));
    }

    @Test
    void flyingEastDoesNotCutTheWeekShort() {
        var flyer =
                weeks(home("Pacific/Honolulu"), then("2026-03-07T00:00:00Z", "Pacific/Auckland"));
        var week = flyer.indexOf(Instant.parse("2026-03-07T00:00:00Z"));
        assertThat(flyer.endOf(week)).isEqualTo(Instant.parse("2026-03-09T10:00:00Z"));
        assertThat(flyer.indexOf(SUNDAY_NOON_IN_LONDON)).isEqualTo(week);
        assertThat(flyer.indexOf(Instant.parse("2026-03-09T10:00:00Z"))).isEqualTo(week + 1);
    }

    @Test
    void flyingWestMakesTheWeekLonger() {
        var flyer =
                weeks(home("Pacific/Auckland"), then("2026-03-07T00:00:00Z", "Pacific/Honolulu"));
        var week = flyer.indexOf(Instant.parse("2026-03-07T00:00:00Z"));
        assertThat(flyer.endOf(week)).isEqualTo(Instant.parse("2026-03-09T10:00:00Z"));
        assertThat(flyer.endOf(week - 1)).isEqualTo(Instant.parse("2026-03-01T11:00:00Z"));
    }

    @Test
    void aWeekThatHasBegunIsNotRunAgainAfterFlyingWest() {
        var flyer =
                weeks(home("Pacific/Auckland"), then("2026-03-08T12:00:00Z", "Pacific/Honolulu"));
        var begun = flyer.indexOf(Instant.parse("2026-03-08T11:30:00Z"));
        assertThat(PeriodUnit.WEEK.key(begun)).isEqualTo("2026-W11");
        assertThat(flyer.indexOf(Instant.parse("2026-03-08T13:00:00Z"))).isEqualTo(begun);
        assertThat(flyer.endOf(begun)).isEqualTo(Instant.parse("2026-03-16T10:00:00Z"));
    }

    @Property
    void periodsFollowEachOtherWhereverTheMemberGoes(
            @ForAll("journeys") List<ZoneHistory.Stay> stays,
            @ForAll @LongRange(min = 0, max = 20_000) long hours) {
        var calendar = PeriodCalendar.of(PeriodUnit.WEEK, new ZoneHistory(stays));
        var instant = Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofHours(hours));
        var week = calendar.indexOf(instant);
        assertThat(calendar.endOf(week)).isAfter(instant);
        assertThat(calendar.endOf(week - 1)).isBeforeOrEqualTo(instant);
        assertThat(calendar.indexOf(calendar.endOf(week))).isEqualTo(week + 1);
        assertThat(calendar.indexOf(calendar.endOf(week).minusNanos(1))).isEqualTo(week);
    }

    @Property
    void noWeekIsShorterThanSixDays(
            @ForAll("journeys") List<ZoneHistory.Stay> stays,
            @ForAll @LongRange(min = 0, max = 20_000) long hours) {
        var calendar = PeriodCalendar.of(PeriodUnit.WEEK, new ZoneHistory(stays));
        var week =
                calendar.indexOf(
                        Instant.parse("2025-01-01T00:00:00Z").plus(Duration.ofHours(hours)));
        assertThat(Duration.between(calendar.endOf(week - 1), calendar.endOf(week)))
                .isGreaterThan(Duration.ofHours(7 * 24 - 27));
    }

    @Property
    void everyDayHasItsWeek(@ForAll @LongRange(min = -20_000, max = 40_000) long day) {
        var date = LocalDate.ofEpochDay(day);
        for (var unit : PeriodUnit.values()) {
            var index = unit.indexOf(date);
            assertThat(unit.firstDay(index)).isBeforeOrEqualTo(date);
            assertThat(unit.firstDay(index + 1)).isAfter(date);
        }
    }

    @Provide
    Arbitrary<List<ZoneHistory.Stay>> journeys() {
        var zones =
                Arbitraries.of(
                        "Europe/London",
                        "America/New_York",
                        "Pacific/Auckland",
                        "Pacific/Honolulu",
                        "Asia/Kolkata",
                        "Pacific/Kiritimati",
                        "Australia/Lord_Howe");
        return Arbitraries.integers()
                .between(1, 8_000)
                .list()
                .ofMaxSize(4)
                .flatMap(
                        gaps ->
                                zones.list()
                                        .ofSize(gaps.size() + 1)
                                        .map(names -> journey(gaps, names)));
    }

    private static List<ZoneHistory.Stay> journey(List<Integer> gaps, List<String> names) {
        var stays = new java.util.ArrayList<ZoneHistory.Stay>();
        stays.add(home(names.getFirst()));
        var at = Instant.parse("2025-01-01T00:00:00Z");
        for (var i = 0; i < gaps.size(); i++) {
            at = at.plus(Duration.ofHours(gaps.get(i)));
            stays.add(new ZoneHistory.Stay(at, ZoneId.of(names.get(i + 1))));
        }
        return stays;
    }

    private static Duration length(PeriodCalendar calendar, String instant) {
        var week = calendar.indexOf(Instant.parse(instant));
        return Duration.between(calendar.endOf(week - 1), calendar.endOf(week));
    }
}
