package dev.cairn.devstack.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Memory that a process holds, in megabytes of a million bytes. */
final class Resident {

    private static final String FIELD = "VmRSS:";
    private static final double KIBIBYTE = 1024 / 1e6;

    private Resident() {}

    /** A process and its children. */
    static double megabytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToDouble(Resident::alone)
                .sum();
    }

    private static double alone(ProcessHandle process) {
        try {
            return ofStatus(
                    Files.readString(Path.of("/proc", Long.toString(process.pid()), "status")));
        } catch (IOException gone) {
            return 0;
        }
    }

    /** The kernel counts in kibibytes, whatever it calls them; a zombie holds nothing. */
    static double ofStatus(String status) {
        return status.lines()
                .filter(line -> line.startsWith(FIELD))
                .map(line -> line.substring(FIELD.length()).strip().split(" ")[0])
                .mapToDouble(kibibytes -> Long.parseLong(kibibytes) * KIBIBYTE)
                .sum();
    }
}
