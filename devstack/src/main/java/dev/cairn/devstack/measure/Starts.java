package dev.cairn.devstack.measure;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.process.Progress;
import dev.cairn.devstack.process.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long one component took to give its first answer, each time that it was started. */
final class Starts implements Progress {

    private final List<Duration> taken = new ArrayList<>();
    private Component observed = Component.POSTGRES;

    void observe(Component component) {
        observed = component;
        taken.clear();
    }

    long medianMillis() {
        List<Duration> sorted = taken.stream().sorted().toList();
        return sorted.get(sorted.size() / 2).toMillis();
    }

    @Override
    public void started(Unit unit, Duration took) {
        if (unit.component() == observed) {
            taken.add(took);
        }
    }

    @Override
    public void alreadyRunning(Unit unit) {}

    @Override
    public void stopped(Unit unit) {}
}
