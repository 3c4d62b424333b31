package dev.cairn.ledger.catalogue;

import java.util.List;
import java.util.Map;

/**
 * A reward as a manager writes it; {@link RewardChecks} says what is wrong with it.
 *
 * @param type absent means a payment when there are rates, otherwise a perk
 * @param price short for one price in {@code points} for everybody
 * @param stock how many there are to give from now on; absent or null for no limit
 * @param active absent means yes
 */
public record RewardDefinition(
        RewardType type,
        Map<String, String> title,
        Map<String, String> description,
        List<String> images,
        Long price,
        List<Price> prices,
        Payment payment,
        Long stock,
        MemberLimit limit,
        Validity validity,
        AutoRedeem autoRedeem,
        Boolean active) {

    public RewardDefinition {
        type = type == null ? payment == null ? RewardType.PERK : RewardType.POINTS_PAYMENT : type;
    }

    /** The reward; there must be nothing wrong with the definition. */
    Reward toReward(String id) {
        var all =
                price == null
                        ? prices == null ? List.<Price>of() : prices
                        : List.of(Price.of(price));
        return new Reward(
                id,
                type,
                title,
                description,
                images,
                all,
                payment,
                stock,
                limit,
                validity,
                autoRedeem,
                active == null || active);
    }
}
