package dev.cairn.ledger.expiry;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.measure.Gauges;
import dev.cairn.kit.measure.Measured;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Tells how late expiry is. */
@ApplicationScoped
class ExpiryMeasured implements Measured {
    static final String OVERDUE = "cairn_ledger_expiry_overdue_seconds";

    private final Database database;
    private final DueStore store;
    private final CairnClock clock;

    ExpiryMeasured(Database database, DueStore store, CairnClock clock) {
        this.database = database;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void measure(Gauges gauges) {
        var now = clock.instant();
        var overdue =
                database.read(tx -> store.oldestExpiry(tx, now))
                        .map(due -> Duration.between(due, now))
                        .orElse(Duration.ZERO);
        gauges.set(
                OVERDUE,
                "How long ago the oldest unspent points should have expired; 0 when none should",
                overdue.toSeconds());
    }
}
