package dev.cairn.rules.evaluation;

import dev.cairn.rules.programme.PeriodStreak.Freeze;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The runs that kept periods make. A freeze bridges missed periods as they come; a run ends with
 * the first missed period that nothing bridges.
 */
final class StreakWalk {
    private final Freeze freeze;
    private final TreeMap<Long, Long> lengths = new TreeMap<>();
    private final List<Ended> ended = new ArrayList<>();
    private long last;
    private long length;
    private long consecutive;
    private int stock;
    private boolean earned;
    private long best;
    private long bestConsecutive;

    /** A run that is over: the length it had and the period that ended it. */
    record Ended(long length, long missed) {}

    /** How a run stands in a period that has not ended yet. */
    record Standing(long length, int freezes, boolean kept) {}

    private StreakWalk(Freeze freeze) {
        this.freeze = freeze;
    }

    static StreakWalk over(Collection<Long> sortedPeriods, Freeze freeze) {
        var walk = new StreakWalk(freeze);
        sortedPeriods.forEach(walk::keep);
        return walk;
    }

    private void keep(long period) {
        var missed = lengths.isEmpty() ? 0 : period - last - 1;
        if (missed > stock) {
            ended.add(new Ended(length, breaksAt()));
            stock = 0;
            length = 0;
            earned = false;
        } else {
            stock -= (int) missed;
        }
        consecutive = missed == 0 ? consecutive + 1 : 1;
        length++;
        if (length >= freeze.earnedAt() && !earned && stock < freeze.stock()) {
            stock++;
            earned = true;
        }
        last = period;
        lengths.put(period, length);
        best = Math.max(best, length);
        bestConsecutive = Math.max(bestConsecutive, consecutive);
    }

    /** How the newest run stands in a period that is not before its last one. */
    Standing at(long period) {
        if (lengths.isEmpty()) {
            return new Standing(0, 0, false);
        }
        var missed = Math.max(0, period - last - 1);
        return missed > stock
                ? new Standing(0, 0, false)
                : new Standing(length, stock - (int) missed, period <= last);
    }

    /** The period that ends the newest run unless it is kept. */
    long breaksAt() {
        return last + 1 + stock;
    }

    /** Length that the newest run has, or had. */
    long length() {
        return length;
    }

    /** The first period in which a run had this length. */
    Optional<Long> firstReached(long step) {
        return lengths.entrySet().stream()
                .filter(entry -> entry.getValue() == step)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Length after each kept period. */
    TreeMap<Long, Long> lengths() {
        return lengths;
    }

    /** Runs that a later one followed. */
    List<Ended> ended() {
        return ended;
    }

    long best() {
        return best;
    }

    long bestConsecutive() {
        return bestConsecutive;
    }
}
