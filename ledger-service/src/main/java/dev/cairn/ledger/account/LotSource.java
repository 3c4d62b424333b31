package dev.cairn.ledger.account;

/** Where the points of a lot came from. */
public enum LotSource {
    AWARD,
    ADJUSTMENT,
    TRANSFER,
    CONVERSION,
    IMPORT,
    /** Points that came back after their lot had run out. */
    REINSTATEMENT
}
