package dev.cairn.ledger.catalogue;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.catalogue.Obstacle.NoSuchPrice;
import dev.cairn.ledger.catalogue.Obstacle.NotNow;
import dev.cairn.ledger.catalogue.Payment.Rate;
import dev.cairn.ledger.membership.GroupStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/** Finds what a reward costs a member now. Says nothing of limits, stock and the balance. */
@ApplicationScoped
public class FindOffer {
    private final RewardStore rewards;
    private final GroupStore groups;
    private final Admission admission;

    FindOffer(RewardStore rewards, GroupStore groups, Admission admission) {
        this.rewards = rewards;
        this.groups = groups;
        this.admission = admission;
    }

    /** What was found. */
    public sealed interface Found {
        /** A reward at a price. */
        record Priced(Reward reward, Price price) implements Found {}

        /** A way to pay a bill, at a rate. */
        record Rated(Reward reward, Rate rate) implements Found {}

        /** Nothing for this member at this time. */
        record Refused(Problem problem) implements Found {
            Refused(Obstacle obstacle) {
                this(obstacle.asProblem());
            }
        }
    }

    /**
     * What the member pays.
     *
     * @param currency to pay with; null for the first that the member may
     */
    public Found find(Tx tx, String memberId, String rewardId, String currency, Instant now) {
        var offered = rewards.offered(tx, rewardId);
        if (offered.isEmpty()) {
            return new Found.Refused(unknown());
        }
        var reward = offered.get();
        var closed = admission.closed(reward, now);
        if (closed.isPresent()) {
            return new Found.Refused(closed.get());
        }
        if (reward.payment() != null) {
            return rated(reward, currency, now);
        }
        return reward.priceFor(groups.of(tx, memberId), currency)
                .<Found>map(price -> new Found.Priced(reward, price))
                .orElseGet(() -> new Found.Refused(reward.whyNoPrice(currency)));
    }

    private static Found rated(Reward reward, String currency, Instant now) {
        var payment = reward.payment();
        if (currency != null && !currency.equals(payment.currency())) {
            return new Found.Refused(new NoSuchPrice(new TreeSet<>(List.of(payment.currency()))));
        }
        return payment.rateAt(now)
                .<Found>map(rate -> new Found.Rated(reward, rate))
                .orElseGet(() -> new Found.Refused(new NotNow(payment.firstSince())));
    }

    /** The answer to a wish for what is not there, or is switched off. */
    public static Problem unknown() {
        return Problem.of(LedgerProblem.REWARD_UNKNOWN, "The catalogue has no such reward.");
    }
}
