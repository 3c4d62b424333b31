package dev.cairn.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Lets one launcher at a time change a state directory. */
public final class StateLock {

    /** File locks belong to the JVM; threads inside it need one of their own for each folder. */
    private static final Map<Path, ReentrantLock> THIS_JVM = new ConcurrentHashMap<>();

    private StateLock() {}

    public static <T> T holding(Path state, Supplier<T> work) {
        Path folder = state.toAbsolutePath().normalize();
        ReentrantLock thisJvm = THIS_JVM.computeIfAbsent(folder, path -> new ReentrantLock());
        thisJvm.lock();
        try {
            Files.createDirectories(state);
            try (FileChannel channel =
                            FileChannel.open(
                                    state.resolve("lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                return work.get();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Could not lock " + state, e);
        } finally {
            thisJvm.unlock();
        }
    }
}
