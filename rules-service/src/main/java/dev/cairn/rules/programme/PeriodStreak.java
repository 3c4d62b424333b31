package dev.cairn.rules.programme;

import java.time.Period;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Periods in a row with at least one purchase that counts, in the member's zone.
 *
 * @param period what is counted
 * @param steps points by length; each step pays once per member
 * @param freeze how a missed period may be bridged; null means never
 * @param warnBefore how long before its end a streak is called at risk
 * @param expiresAfter calendar time until the points expire; null means never
 */
public record PeriodStreak(
        String id,
        Title title,
        PeriodUnit period,
        SortedMap<Long, Long> steps,
        Freeze freeze,
        Period warnBefore,
        Period expiresAfter)
        implements Rule {
    public PeriodStreak {
        steps = Collections.unmodifiableSortedMap(steps == null ? new TreeMap<>() : steps);
        freeze = freeze == null ? Freeze.NONE : freeze;
        warnBefore = warnBefore == null ? Period.ofDays(1) : warnBefore;
    }

    /**
     * A missed period that is forgiven. It is earned at most once per run and used by the first
     * missed period without being asked for.
     *
     * @param earnedAt length of the run that earns it
     * @param stock how many a member may keep
     */
    public record Freeze(long earnedAt, int stock) {
        static final Freeze NONE = new Freeze(0, 0);
    }
}
