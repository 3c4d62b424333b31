package dev.cairn.ledger.autoredeem;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.catalogue.FindOffer;
import dev.cairn.ledger.catalogue.Obstacle;
import dev.cairn.ledger.catalogue.Price;
import dev.cairn.ledger.catalogue.Reward;
import dev.cairn.ledger.catalogue.RewardStore;
import dev.cairn.ledger.membership.GroupStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeSet;

/** Finds what a standing order can be for. It need not be to be had today. */
@ApplicationScoped
class ChooseReward {
    private final RewardStore rewards;
    private final GroupStore groups;

    ChooseReward(RewardStore rewards, GroupStore groups) {
        this.rewards = rewards;
        this.groups = groups;
    }

    /**
     * The reward.
     *
     * @throws Problem if there is none of this id, or the programme does not give it by itself
     */
    Reward choose(Tx tx, String id) {
        var reward = rewards.offered(tx, id).orElseThrow(FindOffer::unknown);
        if (reward.autoRedeem() == null) {
            throw StandingOrderAlgebra.notOffered();
        }
        return reward;
    }

    /**
     * The point currency in which the member pays.
     *
     * @param wanted by the member; null for the first that the member may
     * @throws Problem if the reward has no such price, or none for this member
     */
    String currency(Tx tx, Reward reward, String memberId, String wanted) {
        if (reward.payment() == null) {
            return reward.priceFor(groups.of(tx, memberId), wanted)
                    .map(Price::currency)
                    .orElseThrow(() -> reward.whyNoPrice(wanted).asProblem());
        }
        var only = reward.payment().currency();
        if (wanted != null && !wanted.equals(only)) {
            throw new Obstacle.NoSuchPrice(new TreeSet<>(List.of(only))).asProblem();
        }
        return only;
    }
}
