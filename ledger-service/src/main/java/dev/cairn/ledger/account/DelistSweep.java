package dev.cairn.ledger.account;

import dev.cairn.kit.clock.Sweep;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.Batches;
import dev.cairn.ledger.account.Accounts.Needs;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.TreeSet;

/** Takes lots off the list that were emptied by the thousand, so that nobody had to wait for it. */
@ApplicationScoped
@Priority(5)
class DelistSweep implements Sweep {
    private static final int BATCH = 20;

    private final Database database;
    private final LotStore lots;
    private final Accounts accounts;

    DelistSweep(Database database, LotStore lots, Accounts accounts) {
        this.database = database;
        this.lots = lots;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "delist";
    }

    @Override
    public void run(Instant now) {
        Batches.untilNoneIsLeft(database, BATCH, tx -> runBatch(tx, now));
    }

    private int runBatch(Tx tx, Instant now) {
        var emptied = lots.emptied(tx, BATCH);
        if (!emptied.isEmpty()) {
            accounts.open(tx, new TreeSet<>(emptied), () -> Needs.NOTHING, now);
            emptied.forEach(id -> lots.delist(tx, id));
        }
        return emptied.size();
    }
}
