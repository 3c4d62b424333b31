package dev.cairn.ledger.account;

import java.util.UUID;

/**
 * What a posting took from a lot; negative when it gave points back to it.
 *
 * @param amount never zero
 */
public record LotUse(UUID lotId, Kind kind, long amount) {

    /** What the points were used for. */
    public enum Kind {
        REDEEMED,
        EXPIRED,
        REVERSED,
        /** They paid a debt. */
        ARREARS,
        /** Reserved by a hold: the points stay in the lot. Negative when they are free again. */
        HELD,
        /** Gone to another member or currency. */
        TRANSFERRED,
        /** Taken by hand. */
        ADJUSTED,
        /** Came in to a lot that no award pays into; always negative. */
        RECEIVED
    }
}
