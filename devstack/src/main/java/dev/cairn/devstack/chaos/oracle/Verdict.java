package dev.cairn.devstack.chaos.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What holding the books against the rules found.
 *
 * @param lost postings that must be there and are not
 * @param doubled postings that nothing asked for, or that are there once too often
 * @param differences every other disagreement, in words
 * @param postings how many were compared, by kind
 * @param repeated events that were told more than once, which readers must absorb
 * @param clipped awards of which a limit let only a part through
 * @param clearings milliseconds from each award's record to the event of its posting
 */
public record Verdict(
        long lost,
        long doubled,
        List<String> differences,
        Map<Kind, Long> postings,
        long repeated,
        long clipped,
        List<Long> clearings) {

    public static final Verdict NOTHING = new Verdict(0, 0, List.of(), Map.of(), 0, 0, List.of());

    public boolean holds() {
        return lost == 0 && doubled == 0 && differences.isEmpty();
    }

    /** How many postings were compared. */
    public long allPostings() {
        return postings.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Both together. */
    public Verdict and(Verdict other) {
        return new Verdict(
                lost + other.lost,
                doubled + other.doubled,
                both(differences, other.differences),
                both(postings, other.postings),
                repeated + other.repeated,
                clipped + other.clipped,
                both(clearings, other.clearings));
    }

    private static Map<Kind, Long> both(Map<Kind, Long> one, Map<Kind, Long> other) {
        Map<Kind, Long> all = new TreeMap<>(one);
        other.forEach((kind, n) -> all.merge(kind, n, Long::sum));
        return Map.copyOf(all);
    }

    private static <T> List<T> both(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }
}
