package dev.cairn.devstack.chaos;

import java.util.Map;

/**
 * A redemption, or the cancellation of one.
 *
 * @param number its place in the history
 * @param key under which the redemption is sent, however often
 * @param redemption what to cancel; empty when it is a redemption itself
 * @param invokedAt before anything of it was sent, in nanoseconds of the driver's clock
 */
record Command(
        long number,
        String member,
        String key,
        Reward reward,
        String redemption,
        long invokedAt) {

    boolean isRedemption() {
        return redemption.isEmpty();
    }

    String what() {
        return isRedemption() ? "redeem" : "cancel";
    }

    /** For the history. */
    Map<String, Object> facts() {
        return Map.of(
                "member", member, "key", key, "reward", reward.id(), "redemption", redemption);
    }
}
