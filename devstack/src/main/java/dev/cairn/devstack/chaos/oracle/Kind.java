package dev.cairn.devstack.chaos.oracle;

/** What the rules know to happen to an account. Names are those of the journal. */
public enum Kind {
    EARNED,
    ACTIVATED,
    REDEEMED,
    REVERSED,
    EXPIRED,
    REDEMPTION_CANCELLED,
    EXPIRY_CANCELLED,
    HELD,
    HOLD_RELEASED,
    HOLD_CAPTURED,
    TRANSFERRED_OUT,
    TRANSFERRED_IN,
    CONVERTED_OUT,
    CONVERTED_IN,
    ADJUSTED_UP,
    ADJUSTED_DOWN;

    /** Whether its event names a hold instead of a posting. */
    boolean isOfHold() {
        return this == HELD || this == HOLD_RELEASED || this == HOLD_CAPTURED;
    }
}
