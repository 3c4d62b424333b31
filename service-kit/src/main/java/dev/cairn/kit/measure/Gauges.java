package dev.cairn.kit.measure;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The gauges of one {@link Measured}. A gauge is there from its first value on; one that got no
 * value in the last round, such as that of a removed segment, is taken away.
 */
public final class Gauges {
    private final MeterRegistry registry;
    private final Map<Id, Kept> kept = new HashMap<>();
    private final Set<Id> noted = new HashSet<>();

    Gauges(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Id(String name, Tags labels) {}

    private static final class Kept {
        private volatile double value;
        private Gauge gauge;
    }

    /**
     * Notes a value.
     *
     * @param labels names and values by turns; values come from a small closed set
     */
    public void set(String name, String description, double value, String... labels) {
        var id = new Id(name, Tags.of(labels));
        kept.computeIfAbsent(id, fresh -> register(fresh, description)).value = value;
        noted.add(id);
    }

    void round(Measured source) {
        noted.clear();
        source.measure(this);
        kept.entrySet().stream()
                .filter(gauge -> !noted.contains(gauge.getKey()))
                .forEach(gauge -> registry.remove(gauge.getValue().gauge));
        kept.keySet().retainAll(noted);
    }

    void unknown() {
        kept.values().forEach(gauge -> gauge.value = Double.NaN);
    }

    private Kept register(Id id, String description) {
        var fresh = new Kept();
        fresh.gauge =
                Gauge.builder(id.name(), fresh, k -> k.value)
                        .description(description)
                        .tags(id.labels())
                        .strongReference(true)
                        .register(registry);
        return fresh;
    }
}
