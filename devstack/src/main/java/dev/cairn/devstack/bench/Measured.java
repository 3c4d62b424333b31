package dev.cairn.devstack.bench;

import java.util.List;
import java.util.function.LongSupplier;

/**
 * What a block did and what it took.
 *
 * @param count transactions, postings or requests
 * @param seconds until the last was durable
 * @param settledSeconds until nothing that followed from them was left to do
 * @param cpu until then
 */
record Measured(long count, double seconds, double settledSeconds, Cpu cpu) {

    /** Work that tells how much it did, and leaves nothing behind. */
    static Measured of(Bed bed, LongSupplier work) {
        Cpu before = bed.cpu();
        long began = System.nanoTime();
        long count = work.getAsLong();
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Measured(count, seconds, seconds, bed.cpu().since(before));
    }

    double perSecond() {
        return count / seconds;
    }

    double settledPerSecond() {
        return count / settledSeconds;
    }

    double cpuMicros() {
        return cpu.of(cpu.ours().keySet()) * 1e6 / count;
    }

    double cpuMicros(String process) {
        return cpu.of(List.of(process)) * 1e6 / count;
    }
}
