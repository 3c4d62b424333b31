package dev.cairn.ledger.autoredeem;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.Withdrawal;
import dev.cairn.ledger.catalogue.Reward;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** Takes members' standing orders and shows them. Nobody has one who did not ask for it. */
@ApplicationScoped
class StandingOrderDesk {
    private final Database database;
    private final Accounts accounts;
    private final StandingOrderStore orders;
    private final ChooseReward chooseReward;
    private final LookAtAccount lookAtAccount;
    private final CairnClock clock;

    StandingOrderDesk(
            Database database,
            Accounts accounts,
            StandingOrderStore orders,
            ChooseReward chooseReward,
            LookAtAccount lookAtAccount,
            CairnClock clock) {
        this.database = database;
        this.accounts = accounts;
        this.orders = orders;
        this.chooseReward = chooseReward;
        this.lookAtAccount = lookAtAccount;
        this.clock = clock;
    }

    /** The order as it is; {@link StandingOrderView#OFF} if there is none. */
    StandingOrderView show(String memberId) {
        return database.read(tx -> show(tx, memberId));
    }

    /**
     * Takes an order in place of the one before; a paused one goes on.
     *
     * @throws Problem if the reward is not given by itself or not to this member, or the account is
     *     closed
     */
    StandingOrderView put(String memberId, StandingOrderRequest request) {
        return database.inTransaction(
                tx -> {
                    var now = clock.instant();
                    var reward = chooseReward.choose(tx, request.reward());
                    var currency = chooseReward.currency(tx, reward, memberId, request.currency());
                    var account = locked(tx, new AccountId(memberId, currency), now);
                    orders.put(tx, order(tx, account, reward, request.keeps(), now));
                    return show(tx, memberId);
                });
    }

    /** Ends the order, if there is one. */
    StandingOrderView remove(String memberId) {
        database.transact(tx -> orders.remove(tx, memberId));
        return StandingOrderView.OFF;
    }

    private Account locked(Tx tx, AccountId id, Instant now) {
        var account =
                accounts.open(tx, new TreeSet<>(List.of(id)), () -> Needs.NOTHING, now).get(id);
        if (account.standing().closed()) {
            throw Withdrawal.closed();
        }
        accounts.save(tx, List.of(account), posting -> Cause.none(), now);
        return account;
    }

    private StandingOrder order(Tx tx, Account account, Reward reward, long reserve, Instant now) {
        var undone = lookAtAccount.undone(tx, account.id().memberId(), now);
        return new StandingOrder(
                account.id(), reward.id(), reserve, now, undone, reward.autoRedeem(), null, null);
    }

    private StandingOrderView show(Tx tx, String memberId) {
        var now = clock.instant();
        return orders.find(tx, memberId)
                .map(
                        order ->
                                StandingOrderView.of(
                                        order,
                                        accounts.peek(tx, order.account(), now).standing(),
                                        lookAtAccount.undone(tx, memberId, now)))
                .orElse(StandingOrderView.OFF);
    }
}
