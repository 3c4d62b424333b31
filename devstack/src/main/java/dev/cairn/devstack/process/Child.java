package dev.cairn.devstack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A process that we started, as we noted it down.
 *
 * <p>A pid alone proves nothing: after a crash it may belong to somebody else. It is ours when the
 * start instant and the program agree as well.
 *
 * @param pid the process id
 * @param startedAt when the operating system says that it started
 * @param program file name of the program, such as {@code postgres}
 */
public record Child(long pid, Instant startedAt, String program) {

    /** The kernel derives start instants from the wall clock, which may be stepped a little. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** Programs that replace themselves by the one that was asked for. */
    private static final Set<String> FORERUNNERS =
            Set.of("setsid", "nohup", "unshare", "setpriv", "jspawnhelper");

    public static Child of(ProcessHandle handle, String program) {
        return new Child(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH), program);
    }

    /** The running process, if it is still the one that we started. */
    public Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid).filter(this::isThisOne).filter(Child::isRunning);
    }

    public boolean isAlive() {
        return process().isPresent();
    }

    private boolean isThisOne(ProcessHandle handle) {
        ProcessHandle.Info info = handle.info();
        boolean sameStart =
                info.startInstant()
                        .map(start -> Duration.between(start, startedAt).abs())
                        .filter(apart -> apart.compareTo(TOLERANCE) <= 0)
                        .isPresent();
        boolean sameProgram =
                info.command()
                        .map(command -> Path.of(command).getFileName().toString())
                        .map(name -> name.equals(program) || FORERUNNERS.contains(name))
                        .orElse(true);
        return sameStart && sameProgram;
    }

    /** A zombie is dead, although a container's first process may never collect it. */
    private static boolean isRunning(ProcessHandle handle) {
        Path stat = Path.of("/proc", Long.toString(handle.pid()), "stat");
        if (!Files.exists(stat)) {
            return handle.isAlive();
        }
        try {
            String line = Files.readString(stat);
            return line.charAt(line.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException goneMeanwhile) {
            return false;
        }
    }
}
