package dev.cairn.ledger.catalogue;

/**
 * A reward as it is shown.
 *
 * @param title in the language that was asked for
 * @param stock null when there is no limit
 */
public record RewardOffer(String id, String title, long price, Long stock, boolean available) {

    static RewardOffer of(Reward reward, String language) {
        return new RewardOffer(
                reward.id(),
                reward.titleIn(language),
                reward.price(),
                reward.stock(),
                reward.available());
    }
}
