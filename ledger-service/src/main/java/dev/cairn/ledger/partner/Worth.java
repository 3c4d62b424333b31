package dev.cairn.ledger.partner;

import java.math.BigInteger;

/**
 * Integer arithmetic between points and money in minor units. Points are rounded up, money down.
 *
 * <p>What has been taken of a quote is worth {@code floor(amount × taken / points)}: the money of a
 * capture or refund is the difference of two such values. Whatever the parts, they therefore sum to
 * the money of the whole, and no part is off by a minor unit or more.
 */
final class Worth {
    // more than anybody can have; what would be more is as impossible
    private static final BigInteger BEYOND = BigInteger.ONE.shiftLeft(60);

    private Worth() {}

    /** The points that cover an amount. */
    static long pointsFor(long amountMinor, Rate rate) {
        return up(amountMinor, rate.points(), rate.minor());
    }

    /** The money that points cover. */
    static long amountFor(long points, Rate rate) {
        return down(points, rate.minor(), rate.points());
    }

    /**
     * What a part of a quote's points is worth.
     *
     * @param taken captured and not refunded, from 0 to the quote's points
     */
    static long ofPart(Quote quote, long taken) {
        return down(quote.amountMinor(), taken, quote.points());
    }

    /**
     * The fewest points whose capture is worth at least this amount; the last of a quote's money
     * takes the last of its points.
     *
     * @param taken captured and not refunded so far
     */
    static long pointsToCapture(Quote quote, long taken, long amountMinor) {
        var then = Math.addExact(ofPart(quote, taken), amountMinor);
        return up(then, quote.points(), quote.amountMinor()) - taken;
    }

    /**
     * The fewest points whose refund is worth at least this amount; the last of the money returns
     * the last of the points. More than {@code taken} when that much money was not captured.
     *
     * @param taken captured and not refunded so far
     */
    static long pointsToRefund(Quote quote, long taken, long amountMinor) {
        var then = ofPart(quote, taken) - amountMinor;
        if (then < 0) {
            return Math.addExact(taken, up(-then, quote.points(), quote.amountMinor()));
        }
        return then == 0 ? taken : taken - up(then + 1, quote.points(), quote.amountMinor()) + 1;
    }

    private static long down(long factor, long numerator, long denominator) {
        return divided(factor, numerator, denominator)[0].longValueExact();
    }

    private static long up(long factor, long numerator, long denominator) {
        var parts = divided(factor, numerator, denominator);
        return parts[0].min(BEYOND).longValueExact() + parts[1].signum();
    }

    private static BigInteger[] divided(long factor, long numerator, long denominator) {
        return BigInteger.valueOf(factor)
                .multiply(BigInteger.valueOf(numerator))
                .divideAndRemainder(BigInteger.valueOf(denominator));
    }
}
