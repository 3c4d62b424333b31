package dev.cairn.devstack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Folders that are expensive to make and never change: made once, shared by every state. */
public record Cache(Path folder) {

    private static final ReentrantLock ONE_THREAD = new ReentrantLock();

    /** Fills an empty folder. */
    @FunctionalInterface
    public interface Maker {
        void fill(Path empty) throws IOException;
    }

    /** The named folder; a killed run never leaves half of one behind. */
    public Path folder(String name, Maker maker) {
        Path finished = folder.resolve(name);
        if (Files.exists(finished)) {
            return finished;
        }
        ONE_THREAD.lock();
        try {
            Files.createDirectories(folder);
            try (FileChannel lock =
                            FileChannel.open(
                                    folder.resolve(name + ".lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    var held = lock.lock()) {
                if (!Files.exists(finished)) {
                    Path draft = folder.resolve(name + ".draft");
                    Folders.delete(draft);
                    Files.createDirectories(draft);
                    maker.fill(draft);
                    Files.move(draft, finished, StandardCopyOption.ATOMIC_MOVE);
                }
                return finished;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Could not prepare " + finished + ": " + e.getMessage(), e);
        } finally {
            ONE_THREAD.unlock();
        }
    }
}
