package dev.cairn.rules.evaluation;

import java.time.Instant;

/**
 * A purchase with its returns taken off.
 *
 * @param gross what was bought, in minor units
 * @param net what was bought and kept, in minor units
 */
record Order(
        ActivityKey key,
        Instant occurredAt,
        String currency,
        long gross,
        long net,
        boolean voided) {

    String id() {
        return key.activityId();
    }

    /** Whether anything of value is left of it. */
    boolean counts() {
        return net > 0;
    }
}
