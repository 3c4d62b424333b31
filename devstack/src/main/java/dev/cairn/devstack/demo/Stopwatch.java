package dev.cairn.devstack.demo;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long the parts of the play took, added up. */
final class Stopwatch {

    private final Map<String, Duration> times = new LinkedHashMap<>();

    void time(String part, Runnable work) {
        long started = System.nanoTime();
        work.run();
        times.merge(part, Duration.ofNanos(System.nanoTime() - started), Duration::plus);
    }

    Map<String, Duration> times() {
        return times;
    }
}
