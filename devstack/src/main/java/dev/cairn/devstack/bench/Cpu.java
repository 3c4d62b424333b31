package dev.cairn.devstack.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Processor time so far, in seconds. Neighbours on the same machine steal time on the clock but
 * hardly any processor time, so this is the figure that survives them.
 *
 * @param busy of the whole machine, other guests of its host included
 * @param ours by name
 */
record Cpu(double busy, double elapsed, Map<String, Double> ours) {

    /** The kernel counts in hundredths for every architecture that we run on. */
    private static final double TICKS = 100;

    private static final Path PROCESSES = Path.of("/proc");

    /** What was used between two looks. */
    Cpu since(Cpu before) {
        Map<String, Double> used = new TreeMap<>(ours);
        used.replaceAll((name, now) -> now - before.ours.getOrDefault(name, 0.0));
        return new Cpu(busy - before.busy, elapsed - before.elapsed, used);
    }

    /** The share of the machine that somebody else used, from 0 to 1. */
    double foreignShare() {
        double own = ours.values().stream().mapToDouble(Double::doubleValue).sum();
        return elapsed <= 0 ? 0 : Math.max(0, busy - own) / elapsed;
    }

    double of(Collection<String> names) {
        return names.stream().mapToDouble(name -> ours.getOrDefault(name, 0.0)).sum();
    }

    /** The first line of {@code /proc/stat}: user nice system idle iowait irq softirq steal. */
    static Cpu parse(String line, Map<String, Double> ours) {
        String[] words = line.strip().split("\\s+");
        double all = 0;
        for (int index = 1; index <= 8 && index < words.length; index++) {
            all += Double.parseDouble(words[index]);
        }
        double idle = Double.parseDouble(words[4]) + Double.parseDouble(words[5]);
        return new Cpu((all - idle) / TICKS, all / TICKS, ours);
    }

    static String machine() {
        try (Stream<String> lines = Files.lines(PROCESSES.resolve("stat"))) {
            return lines.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("/proc/stat cannot be read", e);
        }
    }

    /** A process and its children, also those that it has already buried. */
    static double of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(Cpu::alone)
                .sum();
    }

    /** A process without its children; zero once it is gone. */
    static double alone(ProcessHandle process) {
        try {
            return ofProcess(Files.readString(PROCESSES.resolve(process.pid() + "/stat")));
        } catch (IOException gone) {
            return 0;
        }
    }

    /** Its name may hold blanks and brackets, so fields are counted from the last bracket. */
    static double ofProcess(String stat) {
        String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        double ticks = 0;
        for (int index = 11; index <= 14; index++) {
            ticks += Double.parseDouble(words[index]);
        }
        return ticks / TICKS;
    }
}
