package dev.cairn.ledger.expiry;

import dev.cairn.kit.clock.Sweep;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.outbox.Outbox;
import dev.cairn.ledger.Batches;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Tells members some days ahead that points will run out, once for each day on which some do. */
@ApplicationScoped
@Priority(10)
class ExpiryWarningSweep implements Sweep {
    private final Database database;
    private final DueStore store;
    private final Outbox outbox;
    private final ExpiryConfig config;

    ExpiryWarningSweep(Database database, DueStore store, Outbox outbox, ExpiryConfig config) {
        this.database = database;
        this.store = store;
        this.outbox = outbox;
        this.config = config;
    }

    @Override
    public String name() {
        return "expiry-warning";
    }

    @Override
    public void run(Instant now) {
        Batches.untilNoneIsLeft(database, config.batchSize(), tx -> runBatch(tx, now));
    }

    private int runBatch(Tx tx, Instant now) {
        var until = now.plus(config.warnBefore());
        var warnings = store.warn(tx, now, until, config.zone(), config.batchSize());
        outbox.append(tx, Cause.none(), warnings);
        return warnings.size();
    }
}
