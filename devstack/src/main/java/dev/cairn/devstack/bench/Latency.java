package dev.cairn.devstack.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How long requests took, in milliseconds: nearest-rank percentiles, so each was measured.
 *
 * @param p999 the slowest of a thousand; empty when there were fewer, for then it is the slowest
 */
record Latency(int count, double p50, double p95, double p99, OptionalDouble p999, double max) {

    private static final double NANOS_PER_MILLI = 1e6;
    private static final int ENOUGH = 1000;
    static final Latency NONE = new Latency(0, 0, 0, 0, OptionalDouble.empty(), 0);

    static Latency of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return NONE;
        }
        return new Latency(
                sorted.length,
                rank(sorted, 500),
                rank(sorted, 950),
                rank(sorted, 990),
                sorted.length < ENOUGH
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(rank(sorted, 999)),
                sorted[sorted.length - 1] / NANOS_PER_MILLI);
    }

    private static double rank(long[] sorted, int permille) {
        int rank = (int) Math.ceilDiv((long) permille * sorted.length, 1000L);
        return sorted[Math.max(1, rank) - 1] / NANOS_PER_MILLI;
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("count", count);
        map.put("p50Millis", p50);
        map.put("p95Millis", p95);
        map.put("p99Millis", p99);
        p999.ifPresent(slow -> map.put("p999Millis", slow));
        map.put("maxMillis", max);
        return map;
    }
}
