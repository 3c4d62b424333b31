package dev.cairn.ledger.hold;

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

/**
 * Ends everybody's overdue holds, as opening an account does. Runs before time passes for
 * everybody, which could do it all the same: what a hold frees runs out at once if its time is
 * over.
 */
@ApplicationScoped
@Priority(25)
class LapseHoldsSweep implements Sweep {
    // as many as keep a shop's capture waiting for less than a blink
    private static final int BATCH = 200;

    private final Database database;
    private final HoldStore store;
    private final Accounts accounts;

    LapseHoldsSweep(Database database, HoldStore store, Accounts accounts) {
        this.database = database;
        this.store = store;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "lapse-holds";
    }

    @Override
    public void run(Instant now) {
        Batches.untilNoneIsLeft(database, BATCH, tx -> runBatch(tx, now));
    }

    private int runBatch(Tx tx, Instant now) {
        var due = store.overdue(tx, now, BATCH);
        if (!due.isEmpty()) {
            var opened = accounts.open(tx, new TreeSet<>(due), () -> Needs.NOTHING, now);
            accounts.save(tx, opened.values(), posting -> Cause.none(), now);
        }
        return due.size();
    }
}
