package dev.cairn.ledger.erasure;

import dev.cairn.kit.clock.Sweep;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.Batches;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * Forfeits what erased members still have. Whatever comes in is forfeited at once; this finds what
 * was there before. Looks once an hour, because there is seldom anything to find.
 */
@ApplicationScoped
@Priority(11)
class ForfeitErasedSweep implements Sweep {
    private static final int BATCH = 200;
    private static final Duration EVERY = Duration.ofHours(1);

    private final Database database;
    private final ErasureStore store;
    private final Accounts accounts;
    private volatile Instant next = Instant.MIN;

    ForfeitErasedSweep(Database database, ErasureStore store, Accounts accounts) {
        this.database = database;
        this.store = store;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "forfeit-erased";
    }

    @Override
    public void run(Instant now) {
        if (!now.isBefore(next)) {
            forfeit(now);
            next = now.plus(EVERY);
        }
    }

    void forfeit(Instant now) {
        Batches.untilNoneIsLeft(database, BATCH, tx -> runBatch(tx, now));
    }

    private int runBatch(Tx tx, Instant now) {
        var ids = new TreeSet<>(store.leftOver(tx, BATCH));
        if (!ids.isEmpty()) {
            var needs = new Needs(ids, List.of());
            var opened = accounts.open(tx, ids, () -> needs, now);
            accounts.save(tx, opened.values(), posting -> Cause.none(), now);
        }
        return ids.size();
    }
}
