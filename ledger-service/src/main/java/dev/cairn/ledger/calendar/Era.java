package dev.cairn.ledger.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The days that the ledger knows, from 1970-01-01 to 9999-12-31. Whatever callers, files and events
 * name lies within; what is calculated from it may lie some years beyond, where database and JSON
 * still follow.
 */
public final class Era {
    /** After all that happens: where lists begin that show the newest first. */
    public static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** What to say of something outside, after its name. */
    public static final String OUTSIDE = "must lie between 1970-01-01 and 9999-12-31";

    private Era() {}

    public static boolean contains(Instant instant) {
        return !instant.isBefore(Instant.EPOCH) && instant.isBefore(END);
    }

    public static boolean contains(LocalDate day) {
        return !day.isBefore(LocalDate.EPOCH)
                && day.isBefore(LocalDate.ofInstant(END, ZoneOffset.UTC));
    }

    /**
     * Reads an instant such as {@code 2026-03-01T12:00:00Z}.
     *
     * @throws java.time.format.DateTimeParseException if it is none
     * @throws DateTimeException if it lies outside
     */
    public static Instant instant(String text) {
        return within(Instant.parse(text));
    }

    /**
     * Reads a day such as {@code 2026-03-01}.
     *
     * @throws java.time.format.DateTimeParseException if it is none
     * @throws DateTimeException if it lies outside
     */
    public static LocalDate day(String text) {
        return within(LocalDate.parse(text));
    }

    static Instant within(Instant instant) {
        if (!contains(instant)) {
            throw new DateTimeException(OUTSIDE);
        }
        return instant;
    }

    static LocalDate within(LocalDate day) {
        if (!contains(day)) {
            throw new DateTimeException(OUTSIDE);
        }
        return day;
    }
}
