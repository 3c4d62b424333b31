package dev.cairn.ledger.conversion;

import dev.cairn.ledger.currency.Conversion;
import dev.cairn.ledger.currency.Conversion.Rate;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * What points become at a rate. Fractions are cut, and of what would only have made a fraction
 * nothing is taken: {@code taken} is the least that gives {@code given}.
 *
 * @param taken points of the first currency, from 1
 * @param given points of the second currency, from 1
 */
record Exchange(Rate rate, long taken, long given) {
    /** Beyond this a conversion is a mistake, and sums could overflow. */
    private static final BigInteger MOST = BigInteger.valueOf(1_000_000_000_000L);

    /** The rate in force: of those that began, the one that began last. */
    static Optional<Rate> rateAt(Conversion conversion, Instant now) {
        return conversion.rates().stream()
                .filter(rate -> !rate.since().isAfter(now))
                .max(Comparator.comparing(Rate::since));
    }

    /** Empty when the points are too few to become one, or more than an account may get. */
    static Optional<Exchange> of(Rate rate, long points) {
        var given = times(points, rate.numerator()).divide(big(rate.denominator()));
        if (given.signum() == 0 || given.compareTo(MOST) > 0) {
            return Optional.empty();
        }
        var least = ceiling(given.multiply(big(rate.denominator())), rate.numerator());
        return Optional.of(new Exchange(rate, least, given.longValueExact()));
    }

    /** The fewest points that become something. */
    static long least(Rate rate) {
        return ceiling(big(rate.denominator()), rate.numerator());
    }

    /** The most points that an account may get something for at once. */
    static long most(Rate rate) {
        var beyond = MOST.add(BigInteger.ONE).multiply(big(rate.denominator()));
        return beyond.subtract(BigInteger.ONE).divide(big(rate.numerator())).longValueExact();
    }

    /** What the first points of {@code taken} become; rises with them and ends at given. */
    long upTo(long points) {
        return times(points, rate.numerator()).divide(big(rate.denominator())).longValueExact();
    }

    private static long ceiling(BigInteger dividend, long divisor) {
        return dividend.add(big(divisor - 1)).divide(big(divisor)).longValueExact();
    }

    private static BigInteger times(long a, long b) {
        return big(a).multiply(big(b));
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }
}
