package dev.cairn.ledger.redemption;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.account.Account;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.Subject;
import dev.cairn.ledger.catalogue.Reward;
import dev.cairn.ledger.catalogue.RewardStore;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/**
 * Spends a member's points on a reward. Locks the account first and the reward's stock last, so
 * that buyers of a scarce reward wait for each other as briefly as possible.
 */
@ApplicationScoped
class RedeemReward {
    private final Accounts accounts;
    private final RewardStore rewards;
    private final RedemptionStore redemptions;
    private final CairnClock clock;

    RedeemReward(
            Accounts accounts, RewardStore rewards, RedemptionStore redemptions, CairnClock clock) {
        this.accounts = accounts;
        this.rewards = rewards;
        this.redemptions = redemptions;
        this.clock = clock;
    }

    /** What became of a wish. */
    sealed interface Outcome {
        record Redeemed(Receipt receipt) implements Outcome {}

        record Insufficient(long required, long available) implements Outcome {
            long missing() {
                return required - available;
            }
        }

        record SoldOut() implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /**
     * @param key names the wish; the same wish never comes here twice
     */
    Outcome redeem(Tx tx, AccountId id, BusinessKey key, String rewardId) {
        var offered = rewards.offered(tx, rewardId);
        if (offered.isEmpty()) {
            return new Outcome.Unknown();
        }
        var reward = offered.get();
        var now = clock.instant();
        var account =
                accounts.open(tx, new TreeSet<>(List.of(id)), () -> Needs.everythingOf(id), now)
                        .get(id);
        var outcome = redeem(tx, account, key, reward, now);
        accounts.save(tx, List.of(account), posting -> Cause.none(), now);
        return outcome;
    }

    private Outcome redeem(Tx tx, Account account, BusinessKey key, Reward reward, Instant now) {
        if (RedemptionAlgebra.missing(account, reward.price()) > 0) {
            return new Outcome.Insufficient(reward.price(), account.balance().active());
        }
        var limited = reward.stock() != null;
        if (limited && !rewards.takeOne(tx, reward.id())) {
            return new Outcome.SoldOut();
        }
        var what = new Subject.Redemption(key.id(), reward.id(), reward.titleIn("en"));
        var posting = RedemptionAlgebra.spend(account, key, what, reward.price(), now);
        var redemption =
                new Redemption(
                        key.id(),
                        account.id(),
                        reward.id(),
                        reward.price(),
                        posting.id(),
                        limited,
                        Redemption.Status.FULFILLED,
                        now,
                        null);
        redemptions.insert(tx, redemption);
        Log.infof(
                "redeemed: reward=%s points=%d redemption=%s",
                reward.id(), reward.price(), redemption.id());
        return new Outcome.Redeemed(Receipt.of(redemption, posting.balanceAfter()));
    }
}
