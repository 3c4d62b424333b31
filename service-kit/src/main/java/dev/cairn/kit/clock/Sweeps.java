package dev.cairn.kit.clock;

import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Runs the sweeps: by a timer on the system clock, on each setting of the test clock. */
@ApplicationScoped
public class Sweeps {
    private final CairnClock clock;
    private final List<Sweep> sweeps;

    private final SweepMetrics metrics;

    public Sweeps(CairnClock clock, @All List<Sweep> sweeps, SweepMetrics metrics) {
        this.clock = clock;
        this.sweeps = sweeps;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        sweeps.forEach(metrics::register);
    }

    /** Runs every sweep once, at the clock's time. */
    public synchronized void runDue() {
        var now = clock.instant();
        sweeps.forEach(sweep -> metrics.observe(sweep, now));
    }

    @Scheduled(every = "{cairn.sweep.every}", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void tick() {
        if (clock.settable()) {
            return;
        }
        var now = clock.instant();
        for (var sweep : sweeps) {
            try {
                metrics.observe(sweep, now);
            } catch (RuntimeException e) {
                Log.errorf(e, "sweep failed, next try follows: name=%s", sweep.name());
            }
        }
    }
}
