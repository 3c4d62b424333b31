package dev.cairn.devstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory a child takes, with its own children; shared pages are split fairly. */
public final class Memory {

    private static final int KILOBYTES = 1024;

    private Memory() {}

    /** Zero where the system does not tell. */
    public static long megabytes(Child child) {
        return megabytes(child, "Pss:");
    }

    /** The resident set, shared pages and the program's own file included. */
    public static long residentMegabytes(Child child) {
        return megabytes(child, "Rss:");
    }

    /** What only memory can hold: heaps, stacks, written pages; not the pages of files. */
    public static long anonymousMegabytes(Child child) {
        return megabytes(child, "Anonymous:");
    }

    private static long megabytes(Child child, String measure) {
        return child.process().stream()
                        .flatMap(own -> Stream.concat(Stream.of(own), own.descendants()))
                        .mapToLong(process -> kilobytes(process, measure))
                        .sum()
                / KILOBYTES;
    }

    private static long kilobytes(ProcessHandle process, String measure) {
        Path rollup = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
        try {
            return Files.readAllLines(rollup).stream()
                    .filter(line -> line.startsWith(measure))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException goneOrForeign) {
            return 0;
        }
    }
}
