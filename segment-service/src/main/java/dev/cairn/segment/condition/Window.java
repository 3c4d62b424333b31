package dev.cairn.segment.condition;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The last so many days of the member's calendar, today included. Half-open: a day counts until the
 * start of the day that lies {@code days} later, and no longer at that instant.
 */
public record Window(int days) {
    public static final int LONGEST = 731;

    public Window {
        if (days < 1 || days > LONGEST) {
            throw new IllegalArgumentException("window must be 1 to " + LONGEST + " days");
        }
    }

    /** The first instant at which the day no longer counts. */
    Instant end(LocalDate day, ZoneId zone) {
        return day.plusDays(days).atStartOfDay(zone).toInstant();
    }

    @Override
    public String toString() {
        return "P" + days + "D";
    }
}
