package dev.cairn.devstack.chaos.oracle;

import java.time.Duration;

/**
 * A command that a member sent, with the answer that was finally got.
 *
 * @param about the redemption or hold; empty when points were missing
 * @param price points that it costs, reserves or takes
 * @param available what a refusal for want of points named; otherwise 0
 * @param lasting how long a hold was to last; otherwise zero
 * @param invokedAt before which it cannot have happened, in nanoseconds of the driver's clock
 * @param answeredAt after which it cannot have happened
 */
public record Wish(
        String member,
        What what,
        String about,
        long price,
        long available,
        Duration lasting,
        long invokedAt,
        long answeredAt) {

    /** Whether it changed anything. */
    boolean isGranted() {
        return what != What.INSUFFICIENT && what != What.TOO_LATE;
    }

    /** What was wished, and whether it was granted. */
    public enum What {
        REDEEMED,
        CANCELLED,
        HELD,
        CAPTURED,
        VOIDED,
        INSUFFICIENT,
        /** The hold had lapsed. */
        TOO_LATE
    }
}
