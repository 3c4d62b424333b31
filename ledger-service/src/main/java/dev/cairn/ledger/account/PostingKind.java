package dev.cairn.ledger.account;

import java.util.Locale;

/** Why the journal was written; {@code sign} tells members whether points came or went. */
public enum PostingKind {
    EARNED(1),
    ACTIVATED(1),
    REDEEMED(-1),
    REVERSED(-1),
    EXPIRED(-1),
    REDEMPTION_CANCELLED(1),
    EXPIRY_CANCELLED(1),
    HELD(-1),
    HOLD_RELEASED(1),
    HOLD_CAPTURED(-1),
    TRANSFERRED_OUT(-1),
    TRANSFERRED_IN(1),
    CONVERTED_OUT(-1),
    CONVERTED_IN(1),
    ADJUSTED_UP(1),
    ADJUSTED_DOWN(-1),
    IMPORTED(1),
    REINSTATED(1),
    FORFEITED(-1);

    private final int sign;

    PostingKind(int sign) {
        this.sign = sign;
    }

    public int sign() {
        return sign;
    }

    /** The name that callers see, such as {@code redemption-cancelled}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
