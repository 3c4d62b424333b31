package dev.cairn.devstack.chaos.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * What holding the books against the rules found.
 *
 * @param lost postings that must be there and are not
 * @param doubled postings that nothing asked for, or that are there once too often
 * @param differences every other disagreement, in words
 * @param postings how many were compared
 * @param repeated events that were told more than once, which readers must absorb
 * @param clearingMillis longest time from an award's record to the event of its posting
 */
public record Verdict(
        long lost,
        long doubled,
        List<String> differences,
        long postings,
        long repeated,
        long clearingMillis) {

    public static final Verdict NOTHING = new Verdict(0, 0, List.of(), 0, 0, 0);

    public boolean holds() {
        return lost == 0 && doubled == 0 && differences.isEmpty();
    }

    /** Both together. */
    public Verdict and(Verdict other) {
        List<String> all = new ArrayList<>(differences);
        all.addAll(other.differences);
        return new Verdict(
                lost + other.lost,
                doubled + other.doubled,
                List.copyOf(all),
                postings + other.postings,
                repeated + other.repeated,
                Math.max(clearingMillis, other.clearingMillis));
    }
}
