package dev.cairn.ledger.quote;

import dev.cairn.ledger.catalogue.Payment.Rate;

/**
 * How many points pay how much of a bill. Points are rounded up and money down, each once: members
 * never pay a point more than the money needs, the programme never a minor unit more than the
 * points are worth.
 *
 * @param points what the member gives
 * @param minor what they cover, in minor units
 */
public record PartPayment(long points, long minor) {

    /**
     * The largest part of a bill that so many points cover.
     *
     * @param bill minor units, from 1 to 1,000,000,000
     * @param most points that the member has or wants to give, not negative
     * @param rate of which neither part is above 1,000,000, so that no product leaves the range
     */
    public static PartPayment of(long bill, long most, Rate rate) {
        var whole = pointsFor(bill, rate);
        if (whole <= most) {
            return new PartPayment(whole, bill);
        }
        var covered = Math.multiplyExact(most, rate.minor()) / rate.points();
        return new PartPayment(pointsFor(covered, rate), covered);
    }

    /** The fewest points that are worth this much money. */
    public static long pointsFor(long minor, Rate rate) {
        return Math.ceilDiv(Math.multiplyExact(minor, rate.points()), rate.minor());
    }
}
