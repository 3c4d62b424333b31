package dev.cairn.ledger.catalogue;

/**
 * That members may have a reward by standing order.
 *
 * @param threshold active points from which on it is redeemed by itself, from 1
 * @param mostPerDay how often a day, from 1 to 25; 10 when it is left out
 */
public record AutoRedeem(Long threshold, Integer mostPerDay) {
    static final int MOST_PER_DAY = 25;
    private static final int USUAL_PER_DAY = 10;

    public AutoRedeem {
        mostPerDay = mostPerDay == null ? USUAL_PER_DAY : mostPerDay;
    }
}
