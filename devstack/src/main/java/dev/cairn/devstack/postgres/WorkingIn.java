package dev.cairn.devstack.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds out whether a process has its working directory in a folder. */
final class WorkingIn {

    private static final Path PROCESSES = Path.of("/proc");

    private WorkingIn() {}

    /** Where the system does not tell, somebody is assumed to be there. */
    static boolean anybody(Path folder) {
        try {
            Path real = folder.toRealPath();
            try (Stream<Path> processes = Files.list(PROCESSES)) {
                return processes.anyMatch(process -> directory(process).equals(real));
            }
        } catch (IOException | UncheckedIOException unknown) {
            return true;
        }
    }

    private static Path directory(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd"));
        } catch (IOException | SecurityException goneOrForeign) {
            return PROCESSES;
        }
    }
}
