package dev.cairn.ledger.quote;

import java.math.BigInteger;

/**
 * Money that points cover.
 *
 * @param minor minor units, such as cents
 * @param currency ISO 4217 code
 * @param rate version of the rate between points and money
 */
public record Money(long minor, String currency, String rate) {

    /** The part of this money that comes back when so many of all points have come back. */
    public long of(long points, long allPoints) {
        return BigInteger.valueOf(minor)
                .multiply(BigInteger.valueOf(points))
                .divide(BigInteger.valueOf(allPoints))
                .longValueExact();
    }
}
