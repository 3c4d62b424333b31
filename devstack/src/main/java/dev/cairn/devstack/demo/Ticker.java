package dev.cairn.devstack.demo;

import java.io.PrintStream;
import java.util.Locale;

/** Shows how far the play is: one line that rewrites itself, or a line now and then in a log. */
final class Ticker {

    private static final int EVERY_DAYS = 10;

    private final PrintStream out;
    private final boolean terminal;
    private final int days;
    private final long started = System.nanoTime();

    Ticker(PrintStream out, boolean terminal, int days) {
        this.out = out;
        this.terminal = terminal;
        this.days = days;
    }

    boolean wants(int day) {
        return terminal || day % EVERY_DAYS == 0 || day == days;
    }

    void day(int day, long activities, long points, long messages) {
        String line =
                String.format(
                        Locale.ROOT,
                        "  day %3d of %d   %,7d activities   %,8d points   %,6d messages   %3d s",
                        day,
                        days,
                        activities,
                        points,
                        messages,
                        (System.nanoTime() - started) / 1_000_000_000L);
        if (terminal) {
            out.print("\r" + line);
            out.flush();
        }
        if (!terminal || day == days) {
            out.println(terminal ? "" : line);
        }
    }
}
