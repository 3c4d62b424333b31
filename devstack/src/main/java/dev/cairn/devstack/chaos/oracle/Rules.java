package dev.cairn.devstack.chaos.oracle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What this programme has decided, in the same words as the file that the ledger reads.
 *
 * @param zone in which days begin
 * @param mostPerDay by currency: the most that awards of one day pay, the rest is clipped
 * @param longestHold from its beginning, extensions included
 * @param skew how far apart the clocks of two replicas may be
 */
public record Rules(
        ZoneId zone,
        Map<String, Long> mostPerDay,
        Duration longestHold,
        Duration skew,
        List<Rate> rates) {

    /** So many points of one currency become so many of another, from an instant on. */
    public record Rate(String from, String to, Instant since, long numerator, long denominator) {}

    /** What is taken of one currency and given of the other. */
    record Exchange(Rate rate, long taken, long given) {
        /** What the first so many of the points that are taken become. */
        long upTo(long points) {
            return points * rate.numerator() / rate.denominator();
        }
    }

    OptionalLong mostPerDay(String currency) {
        Long most = mostPerDay.get(currency);
        return most == null ? OptionalLong.empty() : OptionalLong.of(most);
    }

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    /** Whole points only: fractions are cut, and what would only make a fraction is not taken. */
    Exchange exchange(Account from, Account to, long points, Instant now) {
        Rate rate =
                rates.stream()
                        .filter(r -> r.from().equals(from.currency()))
                        .filter(r -> r.to().equals(to.currency()))
                        .filter(r -> !r.since().isAfter(now))
                        .max(Comparator.comparing(Rate::since))
                        .orElseThrow();
        long given = points * rate.numerator() / rate.denominator();
        return new Exchange(
                rate, Math.ceilDiv(given * rate.denominator(), rate.numerator()), given);
    }
}
