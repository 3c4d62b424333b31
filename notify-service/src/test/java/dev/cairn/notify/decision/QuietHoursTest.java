package dev.cairn.notify.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class QuietHoursTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final QuietHours NIGHT = between("21:00", "08:00");

    @Test
    void nightStartsAtItsFirstInstantAndEndsBeforeItsLast() {
        assertThat(NIGHT.endOfQuiet(at("2026-03-10T19:59:59.999Z"), BERLIN)).isEmpty();
        assertThat(NIGHT.endOfQuiet(at("2026-03-10T20:00:00Z"), BERLIN))
                .contains(at("2026-03-11T07:00:00Z"));
        assertThat(NIGHT.endOfQuiet(at("2026-03-11T06:59:59.999Z"), BERLIN))
                .contains(at("2026-03-11T07:00:00Z"));
        assertThat(NIGHT.endOfQuiet(at("2026-03-11T07:00:00Z"), BERLIN)).isEmpty();
    }

    @Test
    void nightAfterMidnightBelongsToTheDayBefore() {
        assertThat(NIGHT.endOfQuiet(at("2026-03-10T23:30:00Z"), BERLIN))
                .contains(at("2026-03-11T07:00:00Z"));
    }

    @Test
    void windowWithinOneDay() {
        var siesta = between("13:00", "15:00");

        assertThat(siesta.endOfQuiet(at("2026-03-10T12:30:00Z"), BERLIN))
                .contains(at("2026-03-10T14:00:00Z"));
        assertThat(siesta.endOfQuiet(at("2026-03-10T14:00:00Z"), BERLIN)).isEmpty();
    }

    @Test
    void equalEdgesMeanNever() {
        assertThat(between("00:00", "00:00").endOfQuiet(at("2026-03-10T00:00:00Z"), BERLIN))
                .isEmpty();
    }

    @Test
    void shortNightInSpringEndsAtEightOfTheNewOffset() {
        assertThat(NIGHT.endOfQuiet(at("2026-03-28T22:00:00Z"), BERLIN))
                .contains(at("2026-03-29T06:00:00Z"));
    }

    @Test
    void longNightInAutumnEndsAtEightOfTheNewOffset() {
        assertThat(NIGHT.endOfQuiet(at("2026-10-24T22:00:00Z"), BERLIN))
                .contains(at("2026-10-25T07:00:00Z"));
    }

    @Test
    void endThatDoesNotExistFallsOnTheJump() {
        assertThat(between("21:00", "02:30").endOfQuiet(at("2026-03-29T00:30:00Z"), BERLIN))
                .contains(at("2026-03-29T01:00:00Z"));
    }

    @Test
    void startThatDoesNotExistFallsOnTheJump() {
        var early = between("02:30", "06:00");

        assertThat(early.endOfQuiet(at("2026-03-29T00:59:59Z"), BERLIN)).isEmpty();
        assertThat(early.endOfQuiet(at("2026-03-29T01:00:00Z"), BERLIN))
                .contains(at("2026-03-29T04:00:00Z"));
    }

    @Test
    void endThatExistsTwiceCountsTheSecondTime() {
        assertThat(between("21:00", "02:30").endOfQuiet(at("2026-10-25T00:45:00Z"), BERLIN))
                .contains(at("2026-10-25T01:30:00Z"));
    }

    @Test
    void startThatExistsTwiceCountsTheFirstTime() {
        assertThat(between("02:30", "06:00").endOfQuiet(at("2026-10-25T00:30:00Z"), BERLIN))
                .contains(at("2026-10-25T05:00:00Z"));
    }

    private static QuietHours between(String from, String to) {
        return new QuietHours(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
