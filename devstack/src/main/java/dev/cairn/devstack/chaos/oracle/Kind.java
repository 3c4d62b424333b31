package dev.cairn.devstack.chaos.oracle;

/** What the rules know to happen to an account. Names are those of the journal. */
public enum Kind {
    EARNED,
    ACTIVATED,
    REDEEMED,
    REVERSED,
    EXPIRED,
    REDEMPTION_CANCELLED,
    EXPIRY_CANCELLED
}
