package dev.cairn.kit.outbox;

import dev.cairn.kit.db.Database;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The outbox table. A relay's locks belong to its connection, so it keeps one to itself. */
@ApplicationScoped
public class OutboxStore {
    /** Any number that no other advisory lock of the database uses. */
    private static final int LOCK_SPACE = 0x0CA1;

    private final Database database;
    private final AgroalDataSource source;

    public OutboxStore(Database database, AgroalDataSource source) {
        this.database = database;
        this.source = source;
    }

    /** A row that waits to be published. */
    record Pending(
            long seq,
            UUID id,
            String topic,
            String key,
            String type,
            Instant time,
            String correlationId,
            String causationId,
            String traceParent,
            byte[] payload) {}

    /** Events that are committed and not yet published. */
    public long pending() {
        return database.read(
                tx ->
                        tx.first("SELECT count(*) AS n FROM outbox", row -> row.longValue("n"))
                                .orElseThrow());
    }

    /** How much waits, and for how long the oldest; both zero when nothing does. */
    record Waiting(long rows, double oldestSeconds) {}

    Waiting waiting() {
        return database.read(
                tx ->
                        tx.first(
                                        """
                                        SELECT count(*) AS n,
                                               (greatest(0, coalesce(extract(epoch FROM
                                                   clock_timestamp() - min(added_at)), 0)) * 1000
                                               )::bigint AS age_millis
                                        FROM outbox
                                        """,
                                        row ->
                                                new Waiting(
                                                        row.longValue("n"),
                                                        row.longValue("age_millis") / 1e3))
                                .orElseThrow());
    }

    /**
     * The relay's own connection. The table looks empty to the planner although it is full of rows
     * that are gone, so the way by the key is the only one that is allowed.
     */
    Connection connect() throws SQLException {
        var connection = source.getConnection();
        connection.setAutoCommit(true);
        execute(connection, "SET enable_seqscan = off; SET enable_bitmapscan = off");
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The shards that this connection may publish; the others belong to other replicas. */
    Integer[] lockShards(Connection connection) throws SQLException {
        var sql =
                """
                SELECT shard
                FROM generate_series(0, ?) AS shard
                WHERE EXISTS (SELECT FROM pg_locks
                              WHERE locktype = 'advisory' AND pid = pg_backend_pid()
                                AND classid = ? AND objid = shard)
                   OR pg_try_advisory_lock(?, shard)
                ORDER BY shard
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setInt(1, Outbox.SHARDS - 1);
            statement.setInt(2, LOCK_SPACE);
            statement.setInt(3, LOCK_SPACE);
            try (var rows = statement.executeQuery()) {
                var owned = new ArrayList<Integer>();
                while (rows.next()) {
                    owned.add(rows.getInt("shard"));
                }
                return owned.toArray(Integer[]::new);
            }
        }
    }

    void unlockShards(Connection connection) throws SQLException {
        execute(connection, "SELECT pg_advisory_unlock_all(); RESET ALL");
    }

    List<Pending> next(Connection connection, Integer[] shards, int limit) throws SQLException {
        var sql =
                """
                SELECT seq, id, aggregatetype, aggregateid, type, time, correlation_id,
                       causation_id, traceparent, payload
                FROM outbox
                WHERE shard = ANY (?)
                ORDER BY seq
                LIMIT ?
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("integer", shards));
            statement.setInt(2, limit);
            try (var rows = statement.executeQuery()) {
                var pending = new ArrayList<Pending>();
                while (rows.next()) {
                    pending.add(
                            new Pending(
                                    rows.getLong("seq"),
                                    rows.getObject("id", UUID.class),
                                    rows.getString("aggregatetype"),
                                    rows.getString("aggregateid"),
                                    rows.getString("type"),
                                    rows.getObject("time", OffsetDateTime.class).toInstant(),
                                    rows.getString("correlation_id"),
                                    rows.getString("causation_id"),
                                    rows.getString("traceparent"),
                                    rows.getBytes("payload")));
                }
                return pending;
            }
        }
    }

    void delete(Connection connection, List<Pending> published) throws SQLException {
        var seqs = published.stream().map(Pending::seq).toArray();
        try (var statement =
                connection.prepareStatement("DELETE FROM outbox WHERE seq = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("bigint", seqs));
            statement.executeUpdate();
        }
    }
}
