package dev.cairn.devstack.client;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long the parts of a play took, added up. */
public final class Stopwatch {

    private final Map<String, Duration> times = new LinkedHashMap<>();

    public void time(String part, Runnable work) {
        long started = System.nanoTime();
        work.run();
        times.merge(part, Duration.ofNanos(System.nanoTime() - started), Duration::plus);
    }

    public Map<String, Duration> times() {
        return times;
    }
}
