package dev.cairn.ledger.report;

import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.calendar.Era;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Reads points in time that callers ask for. */
public final class AskedTime {
    private AskedTime() {}

    /**
     * An instant as {@code 2026-03-01T12:00:00Z}, or a day as {@code 2026-03-01}, which means its
     * end, or now while it lasts.
     *
     * @param name of the parameter, for refusals
     * @param text null means now
     * @throws Problem if it is neither, outside the era or in the future
     */
    public static Instant notAfter(Instant now, ZoneId zone, String name, String text) {
        if (text == null || text.isBlank()) {
            return now;
        }
        var asked = text.length() == 10 ? end(day(name, text), zone, now) : instant(name, text);
        if (asked.isAfter(now)) {
            throw invalid(name, "must not lie in the future.");
        }
        return asked;
    }

    /**
     * A day as {@code 2026-03-01}.
     *
     * @throws Problem if it is none, or outside the era
     */
    public static LocalDate day(String name, String text) {
        try {
            return Era.day(text);
        } catch (DateTimeParseException e) {
            throw invalid(name, "is a day such as 2026-03-01.");
        } catch (DateTimeException outside) {
            throw invalid(name, outside.getMessage() + ".");
        }
    }

    private static Instant end(LocalDate day, ZoneId zone, Instant now) {
        var next = day.plusDays(1).atStartOfDay(zone).toInstant();
        var started = !day.atStartOfDay(zone).toInstant().isAfter(now);
        return started && next.isAfter(now) ? now : next.minusNanos(1_000);
    }

    private static Instant instant(String name, String text) {
        try {
            return Era.instant(text);
        } catch (DateTimeParseException e) {
            throw invalid(
                    name,
                    "is a day such as 2026-03-01 or an instant such as 2026-03-01T12:00:00Z.");
        } catch (DateTimeException outside) {
            throw invalid(name, outside.getMessage() + ".");
        }
    }

    private static Problem invalid(String name, String what) {
        return Problem.of(KitProblem.INVALID_REQUEST, name + " " + what).with("field", name);
    }
}
