package dev.cairn.ledger.merge;

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
 * Lets follow what came to a merged member's account in other ways than awards: holds that were
 * released, redemptions that were cancelled. Runs after time has passed for everybody.
 */
@ApplicationScoped
@Priority(12)
class FollowMergedSweep implements Sweep {
    private static final int BATCH = 200;

    private final Database database;
    private final MergeStore merges;
    private final FollowMerged followMerged;
    private final Accounts accounts;

    FollowMergedSweep(
            Database database, MergeStore merges, FollowMerged followMerged, Accounts accounts) {
        this.database = database;
        this.merges = merges;
        this.followMerged = followMerged;
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "follow-merged";
    }

    @Override
    public void run(Instant now) {
        Batches.untilNoneIsLeft(database, BATCH, tx -> runBatch(tx, now));
    }

    /** How many accounts were emptied; those whose way ends at an erased member are not. */
    private int runBatch(Tx tx, Instant now) {
        var ways = followMerged.ways(tx, merges.leftBehind(tx, BATCH));
        if (ways.isEmpty()) {
            return 0;
        }
        var ids = new TreeSet<>(ways.keySet());
        ids.addAll(ways.values());
        var needs = FollowMerged.needs(Needs.NOTHING, ways);
        var opened = accounts.open(tx, ids, () -> needs, now);
        followMerged.follow(tx, opened, ways, now);
        accounts.save(tx, opened.values(), posting -> Cause.none(), now);
        return ways.size();
    }
}
