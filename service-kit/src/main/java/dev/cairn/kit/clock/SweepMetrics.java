package dev.cairn.kit.clock;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Times the sweeps, and tells when each last went well. */
@ApplicationScoped
public class SweepMetrics {
    static final String SWEEP = "cairn_sweep";
    static final String FAILURES = "cairn_sweep_failures";
    static final String LAST_SUCCESS = "cairn_sweep_last_success_timestamp_seconds";

    /** When a sweep ran, whatever time the service plays. */
    private final Clock wall = Clock.systemUTC();

    private final MeterRegistry registry;
    private final Map<String, Double> lastSuccess = new ConcurrentHashMap<>();

    public SweepMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void register(Sweep sweep) {
        var name = sweep.name();
        lastSuccess.putIfAbsent(name, seconds());
        timer(name);
        failures(name);
        Gauge.builder(LAST_SUCCESS, () -> lastSuccess.get(name))
                .description("When the sweep last went well, or the start before it did")
                .tags("sweep", name)
                .register(registry);
    }

    void observe(Sweep sweep, Instant now) {
        try {
            timer(sweep.name()).record(() -> sweep.run(now));
            lastSuccess.put(sweep.name(), seconds());
        } catch (RuntimeException e) {
            failures(sweep.name()).increment();
            throw e;
        }
    }

    private double seconds() {
        return wall.millis() / 1e3;
    }

    private Timer timer(String sweep) {
        return Timer.builder(SWEEP)
                .description("What a sweep took")
                .tags("sweep", sweep)
                .register(registry);
    }

    private Counter failures(String sweep) {
        return Counter.builder(FAILURES)
                .description("Sweeps that failed; the next try follows")
                .tags("sweep", sweep)
                .register(registry);
    }
}
