package dev.cairn.kit.measure;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks all that is measured, again and again. */
@ApplicationScoped
public class Measures {
    private final Map<Measured, Gauges> sources = new LinkedHashMap<>();

    public Measures(@All List<Measured> measured, MeterRegistry registry) {
        measured.forEach(source -> sources.put(source, new Gauges(registry)));
    }

    /** Asks all of them now; the next reading of the metrics shows the answers. */
    @Scheduled(every = "{cairn.measure.every}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    public synchronized void take() {
        sources.forEach(Measures::take);
    }

    private static void take(Measured source, Gauges gauges) {
        try {
            gauges.round(source);
        } catch (RuntimeException e) {
            gauges.unknown();
            Log.warnf(
                    "not measured, next try follows: source=%s reason=%s",
                    ClientProxy.unwrap(source).getClass().getSimpleName(),
                    e.getClass().getSimpleName());
        }
    }
}
