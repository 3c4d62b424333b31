package dev.cairn.ledger.autoredeem;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Jsonb;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.autoredeem.CarryOut.Done;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * Looks at an account with a standing order and does what it says, all in one transaction: what a
 * crossing of the threshold is worth is redeemed together or not at all.
 */
@ApplicationScoped
class FollowStandingOrder {
    /** Short enough for what mends itself, long enough not to fill the log with one mistake. */
    private static final Duration AFTER_A_FAILURE = Duration.ofHours(1);

    private final Accounts accounts;
    private final StandingOrderStore orders;
    private final LookAtAccount lookAtAccount;
    private final CarryOut carryOut;
    private final AutoRedeemMetrics metrics;
    private final CairnClock clock;

    FollowStandingOrder(
            Accounts accounts,
            StandingOrderStore orders,
            LookAtAccount lookAtAccount,
            CarryOut carryOut,
            AutoRedeemMetrics metrics,
            CairnClock clock) {
        this.accounts = accounts;
        this.orders = orders;
        this.lookAtAccount = lookAtAccount;
        this.carryOut = carryOut;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Follows the account's order, if it still has one. */
    void follow(Tx tx, AccountId id) {
        var now = clock.instant();
        var account =
                accounts.open(tx, new TreeSet<>(List.of(id)), () -> Needs.NOTHING, now).get(id);
        accounts.save(tx, List.of(account), posting -> Cause.none(), now);
        orders.lock(tx, id.memberId())
                .filter(order -> order.account().equals(id))
                .ifPresent(order -> follow(tx, account, order, now));
    }

    /**
     * Leaves an order alone for a while that could not be followed, because of a mistake or of
     * something that is broken; the transaction in which it was tried is rolled back.
     */
    void putOff(Tx tx, AccountId id) {
        orders.looked(tx, id.memberId(), clock.instant().plus(AFTER_A_FAILURE), null);
        metrics.countFailureAfterCommit(tx);
    }

    private void follow(Tx tx, Account account, StandingOrder order, Instant now) {
        var sight = lookAtAccount.look(tx, account, order, now);
        var version = account.balance().version() + 1;
        var moment = BusinessKey.moment("auto-redemption", account.id(), version);
        var decision = StandingOrderAlgebra.decide(order, sight);
        var done = carryOut.carryOut(tx, order, moment, decision);
        var again = lookAtAccount.tomorrow(now);
        orders.looked(tx, account.id().memberId(), again, blocked(done));
        metrics.countAfterCommit(tx, done);
    }

    private static Jsonb blocked(Done done) {
        return done.blocked().map(problem -> Jsonb.of(problem.asBody())).orElse(null);
    }
}
