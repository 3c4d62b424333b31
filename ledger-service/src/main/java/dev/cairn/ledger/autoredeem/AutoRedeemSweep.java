package dev.cairn.ledger.autoredeem;

import dev.cairn.kit.clock.Sweep;
import dev.cairn.kit.db.Database;
import dev.cairn.ledger.account.AccountId;
import io.quarkus.logging.Log;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * Follows everybody's standing orders. Runs after time has passed and merged members' points have
 * moved, and before anybody is warned of points that will run out: they may be spent by then.
 */
@ApplicationScoped
@Priority(11)
class AutoRedeemSweep implements Sweep {
    // each page asks about all orders once more: so long that this is little beside the work on it
    private static final int PAGE = 2_000;

    private final Database database;
    private final StandingOrderStore orders;
    private final FollowStandingOrder followStandingOrder;

    AutoRedeemSweep(
            Database database, StandingOrderStore orders, FollowStandingOrder followStandingOrder) {
        this.database = database;
        this.orders = orders;
        this.followStandingOrder = followStandingOrder;
    }

    @Override
    public String name() {
        return "auto-redeem";
    }

    @Override
    public void run(Instant now) {
        var page = page(now, "");
        while (!page.isEmpty()) {
            page.forEach(this::follow);
            page = page.size() < PAGE ? List.of() : page(now, page.getLast().memberId());
        }
    }

    /** One that fails is put off, so that it stops nobody else's. */
    private void follow(AccountId id) {
        try {
            database.transact(tx -> followStandingOrder.follow(tx, id));
        } catch (RuntimeException e) {
            Log.error("a standing order failed and is put off", e);
            database.transact(tx -> followStandingOrder.putOff(tx, id));
        }
    }

    private List<AccountId> page(Instant now, String after) {
        return database.read(tx -> orders.due(tx, now, after, PAGE));
    }
}
