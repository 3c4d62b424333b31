package dev.cairn.devstack.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The figures of one cycle.
 *
 * @param perSecond transactions, postings or requests of each block; for COPY too, postings
 * @param cpu processor microseconds for each of them, of everything that we run, the driver too
 * @param foreign the largest share of the machine that somebody else took during a block
 */
record Cycle(Map<Block, Double> perSecond, Map<Block, Double> cpu, double foreign) {

    /** More than this, and the cycle says as much of the neighbours as of us. */
    private static final double QUIET = 0.15;

    Cycle {
        perSecond = copy(perSecond);
        cpu = copy(cpu);
    }

    boolean quiet() {
        return foreign <= QUIET;
    }

    double rate(Block block) {
        return perSecond.getOrDefault(block, Double.NaN);
    }

    double ratio(Block block, Block limit) {
        return rate(block) / rate(limit);
    }

    double cpu(Block block) {
        return cpu.getOrDefault(block, Double.NaN);
    }

    /** As {@link #ratio}, by processor time: what a machine without neighbours would tend to. */
    double cpuRatio(Block block, Block limit) {
        return cpu(limit) / cpu(block);
    }

    private static Map<Block, Double> copy(Map<Block, Double> figures) {
        Map<Block, Double> copy = new EnumMap<>(Block.class);
        copy.putAll(figures);
        return copy;
    }

    /** The order of a cycle's blocks: the same ring, entered one further each time. */
    static List<Block> order(int cycle) {
        List<Block> ring = new ArrayList<>(List.of(Block.values()));
        Collections.rotate(ring, -(cycle % ring.size()));
        return ring;
    }
}
