package dev.cairn.devstack.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * The statements of {@code pgbench -b simple-update -M prepared}, at scale 10, by eight clients of
 * ours: the embedded PostgreSQL comes without pgbench.
 */
final class SimpleUpdate {

    static final int CLIENTS = 8;
    static final int SCALE = 10;

    private static final int ACCOUNTS = SCALE * 100_000;
    private static final int TELLERS = SCALE * 10;

    private final Bed bed;

    SimpleUpdate(Bed bed) {
        this.bed = bed;
    }

    void prepare(Connection connection) {
        Sql.run(
                connection,
                """
                CREATE TABLE pgbench_accounts (
                    aid int PRIMARY KEY, bid int, abalance int, filler char(84)
                ) WITH (fillfactor = 100)
                """,
                """
                CREATE TABLE pgbench_history (
                    tid int, bid int, aid int, delta int, mtime timestamp, filler char(22)
                )
                """,
                """
                INSERT INTO pgbench_accounts
                SELECT aid, (aid - 1) / 100000 + 1, 0, '' FROM generate_series(1, %d) AS aid
                """
                        .formatted(ACCOUNTS),
                "VACUUM ANALYZE pgbench_accounts");
    }

    /** Counts its transactions. */
    long run(int seconds) {
        List<Connection> connections = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            connections.add(bed.connect());
        }
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<Callable<Long>> clients = new ArrayList<>();
        connections.forEach(connection -> clients.add(() -> client(connection, end)));
        return Limits.inParallel(clients);
    }

    private static long client(Connection opened, long end) throws SQLException {
        long done = 0;
        try (Connection connection = opened;
                PreparedStatement update =
                        connection.prepareStatement(
                                "UPDATE pgbench_accounts SET abalance = abalance + ?"
                                        + " WHERE aid = ?");
                PreparedStatement select =
                        connection.prepareStatement(
                                "SELECT abalance FROM pgbench_accounts WHERE aid = ?");
                PreparedStatement insert =
                        connection.prepareStatement(
                                "INSERT INTO pgbench_history (tid, bid, aid, delta, mtime)"
                                        + " VALUES (?, ?, ?, ?, CURRENT_TIMESTAMP)")) {
            connection.setAutoCommit(false);
            ThreadLocalRandom random = ThreadLocalRandom.current();
            while (System.nanoTime() - end < 0) {
                int account = random.nextInt(1, ACCOUNTS + 1);
                int delta = random.nextInt(-5000, 5001);
                set(update, delta, account);
                update.executeUpdate();
                set(select, account);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    row.getInt(1);
                }
                int teller = random.nextInt(1, TELLERS + 1);
                set(insert, teller, random.nextInt(1, SCALE + 1), account, delta);
                insert.executeUpdate();
                connection.commit();
                done++;
            }
        }
        return done;
    }

    private static void set(PreparedStatement statement, int... arguments) throws SQLException {
        for (int index = 0; index < arguments.length; index++) {
            statement.setInt(index + 1, arguments[index]);
        }
    }
}
