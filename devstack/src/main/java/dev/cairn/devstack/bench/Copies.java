package dev.cairn.devstack.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Rows that the ledger really wrote, kept aside in a schema of their own beside empty tables of the
 * same form. They can be written again and again: each time with other ids, so that every row and
 * every index entry is a new one.
 */
final class Copies {

    /** Awards whose rows are kept. */
    static final int AWARDS = 10_000;

    /** Awards per transaction of our own bulk path. */
    static final int BATCH = 500;

    static final int BATCHES = AWARDS / BATCH;

    /** Rows per award that are inserted everywhere: posting, lot, register, outbox. */
    static final int ROWS = 4;

    /** What identifies a row; {@code :r} is the number of the repetition. */
    private static final Map<String, Map<String, String>> CHANGES = changes();

    private final Connection connection;

    Copies(Connection connection) {
        this.connection = connection;
    }

    private static Map<String, Map<String, String>> changes() {
        String later = "version + :r * 1000000";
        String award = "award_id || ':' || :r";
        Map<String, Map<String, String>> changes = new LinkedHashMap<>();
        changes.put("posting", Map.of("id", other("id"), "version", later, "award_id", award));
        changes.put("lot", Map.of("id", other("id"), "award_id", award));
        changes.put("award_register", Map.of("award_id", award));
        changes.put("outbox", Map.of("id", other("id")));
        return changes;
    }

    private static String other(String id) {
        return "md5(%s::text || :r)::uuid".formatted(id);
    }

    /** Keeps rows of first revisions; there must be enough in the journal. */
    void prepare() {
        Sql.run(connection, "DROP SCHEMA IF EXISTS bench CASCADE", "CREATE SCHEMA bench");
        for (String table : CHANGES.keySet()) {
            clone(table);
        }
        clone("balance");
        Sql.run(
                connection,
                """
                CREATE TABLE bench.of_posting AS
                SELECT (row_number() OVER (ORDER BY recorded_at, id) - 1)::int / %d AS batch, p.*
                FROM posting AS p
                WHERE kind = 'EARNED' AND award_id LIKE '%%bench-%%'
                ORDER BY recorded_at, id
                LIMIT %d
                """
                        .formatted(BATCH, AWARDS),
                """
                CREATE TABLE bench.of_lot AS
                SELECT p.batch, l.* FROM bench.of_posting AS p
                JOIN lot AS l ON l.award_id = p.award_id AND l.member_id = p.member_id
                """,
                """
                CREATE TABLE bench.of_award_register AS
                SELECT p.batch, r.* FROM bench.of_posting AS p
                JOIN award_register AS r
                  ON r.award_id = p.award_id AND r.member_id = p.member_id
                """,
                """
                CREATE TABLE bench.of_outbox AS
                SELECT p.batch, p.id, 7 AS shard, 'cairn.points.v1' AS aggregatetype,
                       p.member_id AS aggregateid, 'dev.cairn.points.earned.v1' AS type,
                       p.occurred_at AS time, p.id::text AS correlation_id,
                       p.id::text AS causation_id, now() AS added_at, NULL::text AS traceparent,
                       convert_to(json_build_object(
                           'postingId', p.id, 'memberId', p.member_id, 'currency', p.currency,
                           'points', p.points, 'balanceAfter', p.balance_after,
                           'awardId', p.award_id, 'category', p.category, 'pending', false,
                           'expiresAt', '2096-03-31T22:00:00Z',
                           'occurredAt', '2026-03-01T12:00:00Z')::text, 'UTF8') AS payload
                FROM bench.of_posting AS p
                """,
                """
                CREATE TABLE bench.of_balance AS
                SELECT batch, member_id, currency, sum(points)::bigint AS points,
                       count(*) AS n
                FROM bench.of_posting
                GROUP BY batch, member_id, currency
                """,
                "INSERT INTO bench.balance SELECT * FROM balance");
        for (String table : CHANGES.keySet()) {
            index(table);
        }
        index("balance");
        Sql.run(connection, "ANALYZE");
        if (Sql.number(connection, "SELECT count(*) FROM bench.of_posting") < AWARDS) {
            throw new IllegalStateException("there are too few awards to copy");
        }
    }

    private void index(String table) {
        Sql.run(connection, "CREATE INDEX ON bench.of_%s (batch)".formatted(table));
    }

    /** The same columns, checks and indexes, and the same room in each page. */
    private void clone(String table) {
        String options =
                Sql.text(
                        connection,
                        "SELECT coalesce(array_to_string(reloptions, ', '), '') FROM pg_class"
                                + " WHERE oid = 'public.%s'::regclass".formatted(table));
        Sql.run(
                connection,
                "CREATE TABLE bench.%1$s (LIKE public.%1$s INCLUDING ALL)%2$s"
                        .formatted(table, options.isEmpty() ? "" : " WITH (" + options + ")"));
    }

    /** Tables that grow are emptied, so that every cycle begins alike. */
    void empty() {
        Sql.run(connection, "TRUNCATE bench." + String.join(", bench.", CHANGES.keySet()));
    }

    /** Locks a batch's accounts in the order of their ids, so that two batches cannot deadlock. */
    static String lockStatement() {
        return """
        SELECT count(*) FROM (
            SELECT 1
            FROM bench.balance AS b
            JOIN bench.of_balance AS n USING (member_id, currency)
            WHERE n.batch = ?
            ORDER BY member_id, currency
            FOR UPDATE OF b) AS locked
        """;
    }

    /** One statement that writes a batch: all inserts, and one update for each account. */
    String batchStatement() {
        StringJoiner inserts = new StringJoiner(",\n");
        for (String table : CHANGES.keySet()) {
            inserts.add(
                    "%1$s_rows AS (INSERT INTO bench.%1$s (%2$s) %3$s)"
                            .formatted(table, columns(table), select(table) + " WHERE batch = ?"));
        }
        return "WITH "
                + inserts.toString().replace(":r", "?::bigint")
                + """

                UPDATE bench.balance AS b
                SET active = b.active + n.points, earned_base = b.earned_base + n.points,
                    version = b.version + n.n
                FROM bench.of_balance AS n
                WHERE n.batch = ? AND b.member_id = n.member_id AND b.currency = n.currency
                """;
    }

    /** Fills in the batch statement; its placeholders are repetitions, but for the batches. */
    static void fill(PreparedStatement statement, String sql, long repetition, int batch)
            throws SQLException {
        int index = 1;
        for (int at = sql.indexOf('?'); at >= 0; at = sql.indexOf('?', at + 1)) {
            if (sql.startsWith("batch = ", at - 8)) {
                statement.setInt(index++, batch);
            } else {
                statement.setLong(index++, repetition);
            }
        }
    }

    /** Where and from what {@code COPY} writes all rows of a table once more. */
    Map<String, String> copyStatements(long repetition) {
        Map<String, String> statements = new LinkedHashMap<>();
        for (String table : CHANGES.keySet()) {
            statements.put(
                    "COPY bench.%s (%s) FROM STDIN".formatted(table, columns(table)),
                    "COPY (%s) TO STDOUT"
                            .formatted(select(table).replace(":r", Long.toString(repetition))));
        }
        return statements;
    }

    private String select(String table) {
        StringJoiner values = new StringJoiner(", ");
        Map<String, String> changed = CHANGES.get(table);
        for (String column : columns(table).split(", ")) {
            values.add(changed.getOrDefault(column, column));
        }
        return "SELECT %s FROM bench.of_%s".formatted(values, table);
    }

    /** All columns that are not generated. */
    private String columns(String table) {
        StringJoiner columns = new StringJoiner(", ");
        try (PreparedStatement statement =
                connection.prepareStatement(
                        """
                        SELECT column_name FROM information_schema.columns
                        WHERE table_schema = 'bench' AND table_name = ? AND is_identity = 'NO'
                          AND is_generated = 'NEVER'
                        ORDER BY ordinal_position
                        """)) {
            statement.setString(1, table);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        return columns.toString();
    }
}
