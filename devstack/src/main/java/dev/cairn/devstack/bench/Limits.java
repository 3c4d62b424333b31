package dev.cairn.devstack.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** How fast the same rows can be written when nobody has to decode, decide or publish anything. */
final class Limits {

    private static final int CLIENTS = 2;

    private final Bed bed;
    private final Copies copies;
    private final AtomicLong repetition = new AtomicLong();

    Limits(Bed bed, Copies copies) {
        this.bed = bed;
        this.copies = copies;
    }

    /** Counts the awards that two clients write when the rows come from the database itself. */
    long sameSql(int seconds) {
        String sql = copies.batchStatement();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Callable<Long>> clients = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            int first = client;
            clients.add(() -> sameSql(sql, first, end));
        }
        return inParallel(clients);
    }

    private long sameSql(String sql, int client, long end) throws SQLException {
        long awards = 0;
        try (Connection connection = bed.connect();
                PreparedStatement lock = connection.prepareStatement(Copies.lockStatement());
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            while (System.nanoTime() - end < 0) {
                long number = repetition.incrementAndGet();
                for (int batch = client; batch < Copies.BATCHES; batch += CLIENTS) {
                    lock.setInt(1, batch);
                    lock.execute();
                    Copies.fill(statement, sql, number, batch);
                    statement.executeUpdate();
                    connection.commit();
                    awards += Copies.BATCH;
                    if (System.nanoTime() - end >= 0) {
                        break;
                    }
                }
            }
        }
        return awards;
    }

    /** Awards whose rows are written by {@code COPY}; the data is made before the clock runs. */
    Measured copy(int times) {
        try (Connection connection = bed.connect()) {
            connection.setAutoCommit(false);
            var api = connection.unwrap(PGConnection.class).getCopyAPI();
            List<Map<String, byte[]>> prepared = new ArrayList<>();
            for (int time = 0; time < times; time++) {
                Map<String, byte[]> data = new LinkedHashMap<>();
                for (var statement :
                        copies.copyStatements(repetition.incrementAndGet()).entrySet()) {
                    var bytes = new ByteArrayOutputStream();
                    api.copyOut(statement.getValue(), bytes);
                    data.put(statement.getKey(), bytes.toByteArray());
                }
                prepared.add(data);
            }
            connection.commit();
            return Measured.of(bed, () -> copy(connection, api, prepared));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static long copy(
            Connection connection, CopyManager api, List<Map<String, byte[]>> prepared) {
        try {
            for (Map<String, byte[]> data : prepared) {
                for (var statement : data.entrySet()) {
                    api.copyIn(statement.getKey(), new ByteArrayInputStream(statement.getValue()));
                }
                connection.commit();
            }
            return (long) prepared.size() * Copies.AWARDS;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The sum of what all of them return. */
    static long inParallel(List<Callable<Long>> clients) {
        long sum = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients.size())) {
            for (Future<Long> client : threads.invokeAll(clients)) {
                sum += client.get();
            }
            return sum;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
