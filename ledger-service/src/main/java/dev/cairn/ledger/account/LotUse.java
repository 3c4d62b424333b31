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
        ARREARS
    }
}
