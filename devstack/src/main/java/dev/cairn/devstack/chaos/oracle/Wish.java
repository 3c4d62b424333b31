package dev.cairn.devstack.chaos.oracle;

import java.time.Duration;
import java.time.Instant;

/**
 * A command that somebody sent, with the answer that was finally got.
 *
 * @param account whose points it is about; those of the giver, where there is one
 * @param other who receives; null where nobody does
 * @param about what it made or changed; empty when points were missing
 * @param price points that it costs, reserves, takes or moves
 * @param available what a refusal for want of points named; otherwise 0
 * @param lasting how long a hold was to last; otherwise zero
 * @param until when the answer said that an extended hold lapses, or until when it could at most be
 *     extended; otherwise null
 * @param invokedAt before which it cannot have happened, in nanoseconds of the driver's clock
 * @param answeredAt after which it cannot have happened
 */
public record Wish(
        Account account,
        Account other,
        What what,
        String about,
        long price,
        long available,
        Duration lasting,
        Instant until,
        long invokedAt,
        long answeredAt) {

    /** What was wished, and whether it was granted. */
    public enum What {
        REDEEMED,
        CANCELLED,
        HELD,
        EXTENDED,
        CAPTURED,
        VOIDED,
        /** Some of what a partner captured was given back. */
        REFUNDED,
        TRANSFERRED,
        CONVERTED,
        /** An adjustment that waits for a second person. */
        ASKED,
        /** An adjustment that gave points. */
        GIVEN,
        /** An adjustment that took points. */
        TAKEN,
        /** An adjustment that the second person did not want. */
        REJECTED,
        INSUFFICIENT,
        /** The hold had lapsed. */
        TOO_LATE,
        /** The hold would have lasted longer than holds may. */
        TOO_LONG
    }

    /** Whether it posted something. */
    boolean isPosted() {
        return switch (what) {
            case REDEEMED,
                    CANCELLED,
                    HELD,
                    CAPTURED,
                    VOIDED,
                    REFUNDED,
                    TRANSFERRED,
                    CONVERTED,
                    GIVEN,
                    TAKEN ->
                    true;
            case EXTENDED, ASKED, REJECTED, INSUFFICIENT, TOO_LATE, TOO_LONG -> false;
        };
    }

    /** Whether the account gives or receives. */
    public boolean concerns(Account one) {
        return account.equals(one) || one.equals(other);
    }
}
