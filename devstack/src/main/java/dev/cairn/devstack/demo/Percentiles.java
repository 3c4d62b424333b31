package dev.cairn.devstack.demo;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long things took: nearest-rank percentiles, so every number was really measured. */
record Percentiles(int count, long p50, long p95, long p99, long max) {

    static Percentiles of(Collection<Long> millis) {
        long[] sorted = millis.stream().mapToLong(Long::longValue).sorted().toArray();
        if (sorted.length == 0) {
            return new Percentiles(0, 0, 0, 0, 0);
        }
        return new Percentiles(
                sorted.length,
                rank(sorted, 50),
                rank(sorted, 95),
                rank(sorted, 99),
                sorted[sorted.length - 1]);
    }

    private static long rank(long[] sorted, int percent) {
        int rank = (int) Math.ceilDiv((long) percent * sorted.length, 100L);
        return sorted[Math.max(1, rank) - 1];
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("count", count);
        map.put("p50", p50);
        map.put("p95", p95);
        map.put("p99", p99);
        map.put("max", max);
        return map;
    }
}
