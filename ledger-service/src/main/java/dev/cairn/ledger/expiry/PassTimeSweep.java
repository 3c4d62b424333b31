package dev.cairn.ledger.expiry;

import dev.cairn.kit.clock.Sweep;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.Batches;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.TreeSet;

/** Activates what waited and expires what was not spent, of everybody. */
@ApplicationScoped
@Priority(20)
class PassTimeSweep implements Sweep {
    private final Database database;
    private final DueStore store;
    private final Accounts accounts;
    private final ExpiryConfig config;

    PassTimeSweep(Database database, DueStore store, Accounts accounts, ExpiryConfig config) {
        this.database = database;
        this.store = store;
        this.accounts = accounts;
        this.config = config;
    }

    @Override
    public String name() {
        return "pass-time";
    }

    @Override
    public void run(Instant now) {
        Batches.untilNoneIsLeft(database, config.batchSize(), tx -> runBatch(tx, now));
    }

    private int runBatch(Tx tx, Instant now) {
        var due = store.accounts(tx, now, config.batchSize());
        if (!due.isEmpty()) {
            var opened = accounts.open(tx, new TreeSet<>(due), () -> Needs.NOTHING, now);
            accounts.save(tx, opened.values(), posting -> Cause.none(), now);
        }
        return due.size();
    }
}
