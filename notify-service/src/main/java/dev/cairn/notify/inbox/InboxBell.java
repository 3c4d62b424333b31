package dev.cairn.notify.inbox;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Tells open streams of this process to look into the database: when their member's inbox has
 * something new, and every few seconds for what another process wrote.
 */
@ApplicationScoped
public class InboxBell {
    private static final String EVERYONE = "";

    private final BroadcastProcessor<String> rings = BroadcastProcessor.create();

    /** Streams end when the service is told to stop; clients come back to another instance. */
    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        rings.onComplete();
    }

    @Scheduled(every = "5s")
    void beat() {
        ring(EVERYONE);
    }

    void ring(String memberId) {
        synchronized (rings) {
            rings.onNext(memberId);
        }
    }

    /** Rings at once, and then whenever there may be something new. */
    Multi<String> of(String memberId) {
        var later = rings.filter(id -> id.equals(memberId) || id.equals(EVERYONE));
        return Multi.createBy()
                .merging()
                .streams(Multi.createFrom().item(memberId), later)
                .onOverflow()
                .dropPreviousItems();
    }
}
