package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;
import java.util.Objects;

/**
 * A revision of an award, as it lies on the topic.
 *
 * @param points what the award is worth from this revision on
 * @param base whether it pays for an order; otherwise it is a bonus
 * @param activeFrom null when its points can be spent at once
 * @param expiresAt null when its points never run out
 * @param toldAt when the broker took it, in milliseconds of its clock
 */
public record Award(
        Account account,
        String id,
        long revision,
        long points,
        boolean base,
        Instant occurredAt,
        Instant activeFrom,
        Instant expiresAt,
        long toldAt) {

    /** Whether both were earned, begin and end at the same instants. */
    boolean hasDatesOf(Award other) {
        return Objects.equals(occurredAt, other.occurredAt)
                && Objects.equals(activeFrom, other.activeFrom)
                && Objects.equals(expiresAt, other.expiresAt);
    }
}
