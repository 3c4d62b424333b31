package dev.cairn.notify.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The part of the day, on the member's own clock, in which nobody is disturbed. It may cross
 * midnight; {@code from} equal to {@code to} means never.
 *
 * <p>Where clocks jump, an edge that does not exist falls on the instant of the jump, an end that
 * exists twice counts the second time, and a start that exists twice the first time: the night
 * never gets shorter by it.
 */
public record QuietHours(LocalTime from, LocalTime to) {

    /** When the quiet that {@code now} falls into ends; empty if it is not quiet. */
    Optional<Instant> endOfQuiet(Instant now, ZoneId zone) {
        if (from.equals(to)) {
            return Optional.empty();
        }
        var today = LocalDate.ofInstant(now, zone);
        return nightStarting(today, now, zone)
                .or(() -> nightStarting(today.minusDays(1), now, zone));
    }

    private Optional<Instant> nightStarting(LocalDate day, Instant now, ZoneId zone) {
        var lastDay = from.isBefore(to) ? day : day.plusDays(1);
        var start = edge(day, from, zone).withEarlierOffsetAtOverlap().toInstant();
        var end = edge(lastDay, to, zone).withLaterOffsetAtOverlap().toInstant();
        return !now.isBefore(start) && now.isBefore(end) ? Optional.of(end) : Optional.empty();
    }

    private static ZonedDateTime edge(LocalDate day, LocalTime time, ZoneId zone) {
        var local = day.atTime(time);
        var gap = zone.getRules().getTransition(local);
        return gap != null && gap.isGap()
                ? gap.getInstant().atZone(zone)
                : ZonedDateTime.of(local, zone);
    }
}
