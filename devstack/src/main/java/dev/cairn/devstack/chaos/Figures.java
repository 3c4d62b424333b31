package dev.cairn.devstack.chaos;

import dev.cairn.devstack.chaos.Saboteur.Blow;
import dev.cairn.devstack.chaos.oracle.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run is worth, in numbers. Times are in milliseconds.
 *
 * @param blows what hit, by fault
 * @param kills processes that were ended
 * @param commands what members sent: ok, refused, fail, unknown
 * @param granted commands that were granted, by kind
 * @param resolved unknown commands whose outcome the same key told in the end
 * @param unresolved those that nobody could tell even then
 * @param awards records on the award topic
 * @param checks invariants looked at, while it ran and afterwards
 * @param complaints what was seen and must not be, the verdict's differences among them
 * @param recovery longest time from a blow to the first success of a command sent after it, by
 *     fault
 * @param drain from the end of the load to an empty outbox and a read topic
 * @param mostLag most records that waited
 * @param delivered records, requests and events that arrived once more than needed
 * @param calm percentiles 50 and 99 of answers before the first blow
 * @param rough the same from then on
 */
record Figures(
        Map<Fault, Integer> blows,
        int kills,
        Map<String, Long> commands,
        Map<String, Long> granted,
        long resolved,
        long unresolved,
        long awards,
        Verdict verdict,
        long checks,
        List<String> complaints,
        long deadLetters,
        Map<Fault, Long> recovery,
        long drain,
        long mostLag,
        long delivered,
        Quantiles calm,
        Quantiles rough,
        long seconds,
        long seed,
        String commit) {

    /** How long answers took. */
    record Quantiles(long p50, long p99, long most) {
        static Quantiles of(List<Long> millis) {
            List<Long> sorted = millis.stream().sorted().toList();
            return new Quantiles(rank(sorted, 50), rank(sorted, 99), rank(sorted, 100));
        }

        Map<String, Long> asMap() {
            return Map.of("p50", p50, "p99", p99, "max", most);
        }

        private static long rank(List<Long> sorted, int percent) {
            if (sorted.isEmpty()) {
                return 0;
            }
            return sorted.get((int) Math.ceilDiv((long) percent * sorted.size(), 100L) - 1);
        }
    }

    boolean holds() {
        return verdict.holds() && complaints.isEmpty() && unresolved == 0 && deadLetters == 0;
    }

    /** From an award's record to the event of its posting. */
    Quantiles clearing() {
        return Quantiles.of(verdict.clearings());
    }

    long worstRecovery() {
        return recovery.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Everything that matters, in one line. */
    String line() {
        return String.format(
                Locale.ROOT,
                "chaos: %d kills, %d other faults, %,d commands (%,d ok, %,d refused, %,d failed,"
                        + " %,d unknown → %,d resolved), %,d awards, %,d postings, %d lost,"
                        + " %d doubled, %,d checks (%d failed), %,d duplicates delivered and"
                        + " %,d absorbed, %d dead letters, worst recovery %.1f s, drain %.1f s,"
                        + " most lag %,d, clearing p50/p99/max %.1f/%.1f/%.1f s, p50/p99 %d/%d ms (calm %d/%d ms),"
                        + " %d s, seed %d, commit %s",
                kills,
                blows.entrySet().stream()
                        .filter(blow -> blow.getKey().kills() == 0)
                        .mapToInt(Map.Entry::getValue)
                        .sum(),
                commands.values().stream().mapToLong(Long::longValue).sum(),
                commands.getOrDefault("ok", 0L),
                commands.getOrDefault("refused", 0L),
                commands.getOrDefault("fail", 0L),
                commands.getOrDefault("unknown", 0L),
                resolved,
                awards,
                verdict.allPostings(),
                verdict.lost(),
                verdict.doubled(),
                checks,
                complaints.size() + verdict.differences().size(),
                delivered,
                delivered - verdict.doubled(),
                deadLetters,
                worstRecovery() / 1000.0,
                drain / 1000.0,
                mostLag,
                clearing().p50() / 1000.0,
                clearing().p99() / 1000.0,
                clearing().most() / 1000.0,
                rough.p50(),
                rough.p99(),
                calm.p50(),
                calm.p99(),
                seconds,
                seed,
                commit);
    }

    /** All figures, for machines. */
    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("holds", holds());
        map.put("line", line());
        map.put("seed", seed);
        map.put("commit", commit);
        map.put("seconds", seconds);
        map.put("kills", kills);
        map.put("faults", byLabel(blows));
        map.put("commands", commands);
        map.put("granted", granted);
        map.put("clippedAwards", verdict.clipped());
        map.put("resolved", resolved);
        map.put("unresolved", unresolved);
        map.put("awards", awards);
        map.put("postings", verdict.allPostings());
        map.put("postingsByKind", new TreeMap<>(verdict.postings()));
        map.put("lost", verdict.lost());
        map.put("doubled", verdict.doubled());
        map.put("checks", checks);
        map.put("complaints", complaints);
        map.put("differences", verdict.differences());
        map.put("deadLetters", deadLetters);
        map.put("recoveryMillis", byLabel(recovery));
        map.put("drainMillis", drain);
        map.put("mostLag", mostLag);
        map.put("clearingMillis", clearing().asMap());
        map.put("duplicatesDelivered", delivered);
        map.put("eventsToldAgain", verdict.repeated());
        map.put("calmMillis", calm.asMap());
        map.put("roughMillis", rough.asMap());
        return map;
    }

    /** How long it took after each kind of fault until somebody was served who came after it. */
    static Map<Fault, Long> recovery(List<Blow> blows, List<History.Success> successes) {
        Map<Fault, Long> longest = new TreeMap<>();
        for (Blow blow : blows) {
            successes.stream()
                    .filter(success -> success.invokedAt() >= blow.at())
                    .mapToLong(success -> (success.answeredAt() - blow.at()) / 1_000_000)
                    .min()
                    .ifPresent(millis -> longest.merge(blow.strike().fault(), millis, Math::max));
        }
        return longest;
    }

    private static Map<String, Object> byLabel(Map<Fault, ?> values) {
        Map<String, Object> labels = new LinkedHashMap<>();
        values.forEach((fault, value) -> labels.put(fault.label(), value));
        return labels;
    }
}
