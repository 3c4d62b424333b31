package dev.cairn.ledger.catalogue;

import dev.cairn.kit.clock.Sweep;
import dev.cairn.kit.db.Database;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Puts back the pieces of stock that lapsed reservations had: one reward at a time, because nobody
 * may keep one locked and wait for another. Runs right after holds have lapsed.
 */
@ApplicationScoped
@Priority(24)
class RestockSweep implements Sweep {
    private final Database database;
    private final StockReturnStore returns;

    RestockSweep(Database database, StockReturnStore returns) {
        this.database = database;
        this.returns = returns;
    }

    @Override
    public String name() {
        return "restock";
    }

    @Override
    public void run(Instant now) {
        for (var rewardId : database.read(returns::rewards)) {
            database.transact(tx -> returns.putBack(tx, rewardId));
        }
    }
}
