package dev.cairn.devstack.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long requests took, in milliseconds: nearest-rank percentiles, so each was measured. */
record Latency(int count, double p50, double p95, double p99, double max) {

    private static final double NANOS_PER_MILLI = 1e6;

    static Latency of(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return new Latency(0, 0, 0, 0, 0);
        }
        return new Latency(
                sorted.length,
                rank(sorted, 50),
                rank(sorted, 95),
                rank(sorted, 99),
                sorted[sorted.length - 1] / NANOS_PER_MILLI);
    }

    private static double rank(long[] sorted, int percent) {
        int rank = (int) Math.ceilDiv((long) percent * sorted.length, 100L);
        return sorted[Math.max(1, rank) - 1] / NANOS_PER_MILLI;
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("count", count);
        map.put("p50Millis", p50);
        map.put("p95Millis", p95);
        map.put("p99Millis", p99);
        map.put("maxMillis", max);
        return map;
    }
}
