package dev.cairn.rules.programme;

import java.time.Period;

/**
 * Points on the net value of each order, rounded down per order and worked out anew on every
 * return.
 *
 * @param per minor units that earn {@code points} once
 * @param points what each whole {@code per} pays
 * @param expiresAfter calendar time until the points expire; null means never
 */
public record BaseEarning(String id, Title title, long per, long points, Period expiresAfter)
        implements Rule {}
