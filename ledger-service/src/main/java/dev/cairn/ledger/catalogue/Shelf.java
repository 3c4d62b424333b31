package dev.cairn.ledger.catalogue;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.code.CodeStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * Where rewards are taken from and put back: limits of members, codes, stock. Called with the
 * account locked and everything else decided, because buyers of the last one wait here.
 */
@ApplicationScoped
public class Shelf {
    private final Admission admission;
    private final CodeStore codes;
    private final RewardStore rewards;
    private final StockReturnStore returns;

    Shelf(Admission admission, CodeStore codes, RewardStore rewards, StockReturnStore returns) {
        this.admission = admission;
        this.codes = codes;
        this.rewards = rewards;
        this.returns = returns;
    }

    /** Takes one for a redemption; what stands in the way if nothing was taken. */
    public Optional<Obstacle> take(
            Tx tx, Reward reward, String memberId, UUID redemptionId, Instant now) {
        return take(
                tx,
                reward,
                memberId,
                () -> codes.handOut(tx, reward.id(), redemptionId, now).isPresent(),
                now);
    }

    /** As {@link #take}, for a redemption that may be called off: nobody sees its code yet. */
    public Optional<Obstacle> reserve(
            Tx tx, Reward reward, String memberId, UUID redemptionId, Instant now) {
        return take(tx, reward, memberId, () -> codes.reserve(tx, reward.id(), redemptionId), now);
    }

    private Optional<Obstacle> take(
            Tx tx, Reward reward, String memberId, BooleanSupplier takeCode, Instant now) {
        var reached = admission.reached(tx, reward, memberId, now);
        if (reached.isPresent()) {
            return reached;
        }
        if (reward.type() == RewardType.VOUCHER_CODE) {
            return takeCode.getAsBoolean()
                    ? Optional.empty()
                    : Optional.of(new Obstacle.NoCodeLeft());
        }
        return reward.stock() == null || rewards.takeOne(tx, reward.id())
                ? Optional.empty()
                : Optional.of(new Obstacle.SoldOut(reward.id()));
    }

    /** Makes what was reserved for a redemption the member's. */
    public void handOver(Tx tx, UUID redemptionId, Instant now) {
        codes.handOutReserved(tx, redemptionId, now);
    }

    /** Ends what was reserved for a redemption: others can have its code and its piece of stock. */
    public void giveUp(Tx tx, String rewardId, UUID redemptionId, boolean fromStock) {
        codes.putBackReserved(tx, redemptionId);
        if (fromStock) {
            rewards.putBackOne(tx, rewardId);
        }
    }

    /**
     * As {@link #giveUp}, for those who have other things to do with the account afterwards: the
     * piece of stock is put back soon, and nothing is locked that others wait for.
     */
    public void giveUpSoon(Tx tx, String rewardId, UUID redemptionId, boolean fromStock) {
        codes.putBackReserved(tx, redemptionId);
        if (fromStock) {
            returns.add(tx, rewardId, redemptionId);
        }
    }

    /** Ends what a redemption took: its code is void, a piece of stock can be had again. */
    public void putBack(Tx tx, String rewardId, UUID redemptionId, boolean fromStock, Instant now) {
        codes.voidOf(tx, redemptionId, now);
        if (fromStock) {
            rewards.putBackOne(tx, rewardId);
        }
    }
}
