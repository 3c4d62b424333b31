package dev.cairn.rules.programme;

import java.time.Period;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Exact steps on the number of purchases that count; each step pays once.
 *
 * @param steps points by the number of purchases
 * @param expiresAfter calendar time until the points expire; null means never
 */
public record PurchaseLadder(
        String id, Title title, SortedMap<Long, Long> steps, Period expiresAfter) implements Rule {
    public PurchaseLadder {
        steps = Collections.unmodifiableSortedMap(steps == null ? new TreeMap<>() : steps);
    }
}
