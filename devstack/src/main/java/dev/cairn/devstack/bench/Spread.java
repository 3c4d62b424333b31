package dev.cairn.devstack.bench;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Median, least and greatest of some figures; the lower of two middle ones counts as median. */
record Spread(double median, double min, double max) {

    static final Spread NONE = new Spread(Double.NaN, Double.NaN, Double.NaN);

    static Spread of(Collection<Double> figures) {
        double[] sorted = figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return NONE;
        }
        return new Spread(sorted[(sorted.length - 1) / 2], sorted[0], sorted[sorted.length - 1]);
    }

    Map<String, Object> asMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("median", figure(median));
        map.put("min", figure(min));
        map.put("max", figure(max));
        return map;
    }

    private static Double figure(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
