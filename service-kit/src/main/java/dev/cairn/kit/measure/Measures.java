package dev.cairn.kit.measure;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Asks all that is measured, again and again; what is dear to ask, less often. */
@ApplicationScoped
public class Measures {
    private final Map<Measured, Gauges> sources = new LinkedHashMap<>();
    private final Map<Measured, Long> asked = new HashMap<>();
    private final LongSupplier nanos;

    @Inject
    public Measures(@All List<Measured> measured, MeterRegistry registry) {
        this(measured, registry, System::nanoTime);
    }

    Measures(List<Measured> measured, MeterRegistry registry, LongSupplier nanos) {
        measured.forEach(source -> sources.put(source, new Gauges(registry)));
        this.nanos = nanos;
    }

    /** Asks all of them now; the next reading of the metrics shows the answers. */
    public synchronized void take() {
        sources.forEach(this::take);
    }

    /** Asks those whose values are older than they may be, or went wrong the last time. */
    @Scheduled(every = "{cairn.measure.every}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    synchronized void takeOld() {
        sources.forEach(
                (source, gauges) -> {
                    if (isOld(source)) {
                        take(source, gauges);
                    }
                });
    }

    private boolean isOld(Measured source) {
        var last = asked.get(source);
        return last == null || nanos.getAsLong() - last >= source.mayBeOld().toNanos();
    }

    private void take(Measured source, Gauges gauges) {
        var now = nanos.getAsLong();
        asked.remove(source);
        try {
            gauges.round(source);
            asked.put(source, now);
        } catch (RuntimeException e) {
            gauges.unknown();
            Log.warnf(
                    "not measured, next try follows: source=%s reason=%s",
                    ClientProxy.unwrap(source).getClass().getSimpleName(),
                    e.getClass().getSimpleName());
        }
    }
}
