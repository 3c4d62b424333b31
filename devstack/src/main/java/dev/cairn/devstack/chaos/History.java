package dev.cairn.devstack.chaos;

import dev.cairn.devstack.client.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Everything that was asked and what is known of it, line by line, so that others may check it:
 * each command has a line {@code invoke} and one of {@code ok}, {@code refused}, {@code fail} (it
 * never arrived) or {@code unknown}, and what was unknown has {@code resolved} in the end.
 */
final class History implements AutoCloseable {

    private final BufferedWriter out;
    private final long began = System.nanoTime();
    private final AtomicLong numbers = new AtomicLong();
    private final List<Success> successes = new ArrayList<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();

    /** A command that was answered, in nanoseconds of the driver's clock. */
    record Success(long invokedAt, long answeredAt) {}

    History(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            this.out = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write " + file, e);
        }
    }

    /** A number for a command. */
    long next() {
        return numbers.incrementAndGet();
    }

    /** Writes a line. */
    synchronized void note(long number, String type, String what, Map<String, ?> facts) {
        counts.merge(type, 1L, Long::sum);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("at", (System.nanoTime() - began) / 1_000_000);
        line.put("op", number);
        line.put("type", type);
        line.put("what", what);
        line.putAll(facts);
        try {
            out.write(Json.text(line));
            out.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not write the history.", e);
        }
    }

    synchronized void answered(long invokedAt, long answeredAt) {
        successes.add(new Success(invokedAt, answeredAt));
    }

    synchronized List<Success> successes() {
        return List.copyOf(successes);
    }

    synchronized long count(String type) {
        return counts.getOrDefault(type, 0L);
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Could not finish the history.", e);
        }
    }
}
