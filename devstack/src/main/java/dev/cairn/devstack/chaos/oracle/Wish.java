package dev.cairn.devstack.chaos.oracle;

/**
 * A command that a member sent, with the answer that was finally got.
 *
 * @param redemption its id; empty when it was refused
 * @param price points that it costs
 * @param available what a refusal for want of points named; otherwise 0
 * @param invokedAt before which it cannot have happened, in nanoseconds of the driver's clock
 * @param answeredAt after which it cannot have happened
 */
public record Wish(
        String member,
        What what,
        String redemption,
        long price,
        long available,
        long invokedAt,
        long answeredAt) {

    /** What was wished, and whether it was granted. */
    public enum What {
        REDEEMED,
        CANCELLED,
        INSUFFICIENT
    }
}
