package dev.cairn.kit.outbox;

import dev.cairn.kit.measure.Gauges;
import dev.cairn.kit.measure.Measured;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What waits in the outbox, by the database's clock. Not asked by the relay: while the broker is
 * away the relay waits for it, and that is when the answer matters.
 */
@ApplicationScoped
public class OutboxMeasured implements Measured {
    static final String ROWS = "cairn_outbox_rows";
    static final String OLDEST = "cairn_outbox_oldest_seconds";

    private final OutboxStore store;

    public OutboxMeasured(OutboxStore store) {
        this.store = store;
    }

    @Override
    public void measure(Gauges gauges) {
        var waiting = store.waiting();
        gauges.set(ROWS, "Events that are committed and not yet published", waiting.rows());
        gauges.set(OLDEST, "How long the oldest of them has waited", waiting.oldestSeconds());
    }
}
