package dev.cairn.devstack.console;

import dev.cairn.devstack.process.Progress;
import dev.cairn.devstack.process.Unit;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** One line for each thing that happened. */
public record ConsoleProgress(PrintStream out) implements Progress {

    @Override
    public void started(Unit unit, Duration took) {
        line(unit, String.format(Locale.ROOT, "ready in %.1f s", took.toMillis() / 1000.0));
    }

    @Override
    public void alreadyRunning(Unit unit) {
        line(unit, "runs already");
    }

    @Override
    public void stopped(Unit unit) {
        out.printf("  %-9s stopped%n", unit.component().label());
    }

    private void line(Unit unit, String what) {
        out.printf("  %-9s %-16s %s%n", unit.component().label(), what, unit.address());
    }
}
