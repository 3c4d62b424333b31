package dev.cairn.devstack.demo;

import dev.cairn.devstack.console.Arguments;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;

/**
 * How large the play is. The same numbers give the same play.
 *
 * @param members who take part, 1 to 9,999
 * @param days virtual days, 1 to 730
 */
public record DemoOptions(int members, int days, long seed) {

    /** A Monday. */
    public static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);

    private static final int MOST_MEMBERS = 9_999;
    private static final int MOST_DAYS = 730;

    public DemoOptions {
        if (members < 1 || members > MOST_MEMBERS) {
            throw new IllegalArgumentException("MEMBERS must be 1 to " + MOST_MEMBERS + ".");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("DAYS must be 1 to " + MOST_DAYS + ".");
        }
    }

    /** From {@code --members} and so on, or else from the environment as {@code MEMBERS}. */
    static DemoOptions of(Arguments arguments, Map<String, String> environment) {
        return new DemoOptions(
                (int) number("members", 500, arguments, environment),
                (int) number("days", 90, arguments, environment),
                number("seed", 7, arguments, environment));
    }

    private static long number(
            String name, long usual, Arguments arguments, Map<String, String> environment) {
        String upper = name.toUpperCase(Locale.ROOT);
        String text = arguments.option(name).orElse(environment.getOrDefault(upper, ""));
        try {
            return text.isBlank() ? usual : Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(upper + " must be a whole number.", e);
        }
    }
}
