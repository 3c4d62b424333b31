package dev.cairn.ledger.redemption;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.catalogue.FindOffer;
import dev.cairn.ledger.catalogue.Obstacle;
import dev.cairn.ledger.catalogue.Reward;
import dev.cairn.ledger.catalogue.RewardStore;
import dev.cairn.ledger.catalogue.Shelf;
import dev.cairn.ledger.hold.Hold;
import dev.cairn.ledger.hold.ReservedRewards;
import dev.cairn.ledger.redemption.HistoryStore.Step;
import dev.cairn.ledger.redemption.Redemption.Status;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * Reserves a reward with the points that it costs. It is a redemption from the start, so that
 * limits, stock and codes count it; once it is captured it is one like any other.
 */
@ApplicationScoped
class ReserveReward implements ReservedRewards {
    private static final String TIME = "time";

    private final RewardStore rewards;
    private final Shelf shelf;
    private final RedemptionStore redemptions;
    private final HistoryStore history;

    ReserveReward(
            RewardStore rewards, Shelf shelf, RedemptionStore redemptions, HistoryStore history) {
        this.rewards = rewards;
        this.shelf = shelf;
        this.redemptions = redemptions;
        this.history = history;
    }

    @Override
    public void reserve(Tx tx, Hold hold) {
        var reward = rewards.offered(tx, hold.reward()).orElseThrow(FindOffer::unknown);
        shelf.reserve(tx, reward, hold.account().memberId(), hold.id(), hold.placedAt())
                .map(Obstacle::asProblem)
                .ifPresent(
                        problem -> {
                            throw problem;
                        });
        redemptions.insert(tx, reserved(hold, reward));
        took(tx, hold, Status.RESERVED, hold.placedAt(), hold.placedBy());
        Log.infof(
                "reserved: reward=%s points=%d redemption=%s",
                reward.id(), hold.points(), hold.id());
    }

    @Override
    public void handOver(Tx tx, Hold hold, UUID postingId) {
        var shipped = rewards.typeOf(tx, hold.reward()).shipped();
        var redemption = redemptions.find(tx, hold.id()).orElseThrow();
        var after = redemption.handedOver(shipped, postingId);
        redemptions.update(tx, after);
        took(tx, hold, after.state(), hold.settledAt(), hold.placedBy());
        shelf.handOver(tx, hold.id(), hold.settledAt());
        Log.infof(
                "redeemed: reward=%s points=%d redemption=%s reserved=true",
                hold.reward(), hold.points(), hold.id());
    }

    @Override
    public void giveUp(Tx tx, Hold hold) {
        var after = calledOff(tx, hold, hold.placedBy());
        shelf.giveUp(tx, hold.reward(), hold.id(), after.fromStock());
    }

    @Override
    public void lapse(Tx tx, Hold hold) {
        var after = calledOff(tx, hold, TIME);
        shelf.giveUpSoon(tx, hold.reward(), hold.id(), after.fromStock());
    }

    private Redemption calledOff(Tx tx, Hold hold, String by) {
        var redemption = redemptions.find(tx, hold.id()).orElseThrow();
        var after = redemption.calledOff(hold.settledAt());
        redemptions.update(tx, after);
        took(tx, hold, after.state(), hold.settledAt(), by);
        return after;
    }

    private void took(Tx tx, Hold hold, Status status, Instant at, String by) {
        history.add(tx, new Step(hold.id(), status, at, by));
    }

    private static Redemption reserved(Hold hold, Reward reward) {
        return new Redemption(
                hold.id(),
                hold.account(),
                reward.id(),
                hold.points(),
                0,
                null,
                null,
                reward.stock() != null,
                false,
                Status.RESERVED,
                hold.placedAt(),
                null,
                hold.lapsesAt());
    }
}
