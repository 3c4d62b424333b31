package dev.cairn.rules.state;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts what looks into the cache brought. */
@Startup
@ApplicationScoped
class CacheMetrics {
    static final String CACHE = "cairn_rules_cache";

    private final Counter hits;
    private final Counter misses;
    private final Counter failures;

    CacheMetrics(MeterRegistry metrics) {
        this.hits = looks(metrics, "hit");
        this.misses = looks(metrics, "miss");
        this.failures = looks(metrics, "failed");
    }

    /** Redis answered, with a copy that still tells the truth or without. */
    void answered(boolean useful) {
        (useful ? hits : misses).increment();
    }

    void failed() {
        failures.increment();
    }

    private static Counter looks(MeterRegistry metrics, String outcome) {
        return Counter.builder(CACHE)
                .description("Looks into Redis for a member's state; failed: Redis did not answer")
                .tag("outcome", outcome)
                .register(metrics);
    }
}
