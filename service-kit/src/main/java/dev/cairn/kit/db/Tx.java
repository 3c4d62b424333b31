package dev.cairn.kit.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An open transaction. Arguments take the place of {@code ?} in order; arrays of boxed values
 * become SQL arrays, for {@code unnest(?::text[], ?::bigint[])}.
 */
public final class Tx {
    /** A statement that can wait, and how many rows it must touch. */
    private record Waiting(String sql, Object[] arguments, OptionalInt rows) {}

    /** Reads the result of a statement that was executed. */
    @FunctionalInterface
    private interface Result<T> {
        T read(PreparedStatement statement) throws SQLException;
    }

    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private Connection connection;
    private int roundTrips;
    private int statements;

    Tx() {}

    void begin(Connection opened) {
        connection = opened;
    }

    /** Runs the statement and returns the number of rows that it touched. */
    public int update(String sql, Object... arguments) {
        return run(sql, arguments, PreparedStatement::getUpdateCount);
    }

    /**
     * Leaves a statement for the next one that is run, or for the commit: all of them travel to the
     * database together, in their order, and come back together. Its failure is thrown there.
     */
    public void later(String sql, Object... arguments) {
        waiting.add(new Waiting(sql, arguments, OptionalInt.empty()));
    }

    /**
     * As {@link #later(String, Object...)}; the transaction fails with an {@link
     * IllegalStateException} unless the statement touches this many rows.
     */
    public void laterTouching(int rows, String sql, Object... arguments) {
        waiting.add(new Waiting(sql, arguments, OptionalInt.of(rows)));
    }

    /** All rows of a query, or of a statement with {@code RETURNING}. */
    public <T> List<T> query(String sql, RowMapper<T> mapper, Object... arguments) {
        return run(
                sql,
                arguments,
                statement -> {
                    try (var rows = statement.getResultSet()) {
                        var row = new Row(rows);
                        var result = new ArrayList<T>();
                        while (rows.next()) {
                            result.add(mapper.map(row));
                        }
                        return result;
                    }
                });
    }

    /** How often the database was asked so far; what waits will make it one more. */
    public int roundTrips() {
        return roundTrips;
    }

    /** How many statements there were so far, those that wait among them. */
    public int statements() {
        return statements + waiting.size();
    }

    /** Runs what still waits. */
    void flush() {
        if (!waiting.isEmpty()) {
            var last = waiting.removeLast();
            run(
                    last.sql(),
                    last.arguments(),
                    statement -> {
                        check(last, statement);
                        return null;
                    });
        }
    }

    /**
     * The driver sends statements that are joined by semicolons one after the other without waiting
     * for answers, and prepares each of them on its own.
     */
    private <T> T run(String sql, Object[] arguments, Result<T> result) {
        var ahead = List.copyOf(waiting);
        waiting.clear();
        roundTrips++;
        statements += ahead.size() + 1;
        try (var statement = prepare(ahead, sql, arguments)) {
            statement.execute();
            for (var each : ahead) {
                check(each, statement);
                statement.getMoreResults();
            }
            return result.read(statement);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static void check(Waiting each, PreparedStatement statement) throws SQLException {
        var touched = statement.getUpdateCount();
        if (each.rows().isPresent() && each.rows().getAsInt() != touched) {
            throw new IllegalStateException(
                    "%d instead of %d rows were touched by: %s"
                            .formatted(touched, each.rows().getAsInt(), each.sql().strip()));
        }
    }

    /** The first row of a query, if there is one. */
    public <T> Optional<T> first(String sql, RowMapper<T> mapper, Object... arguments) {
        return query(sql, mapper, arguments).stream().findFirst();
    }

    /** Runs the action once the transaction is committed; never if it is rolled back. */
    public void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    void committed() {
        afterCommit.forEach(Runnable::run);
    }

    private PreparedStatement prepare(List<Waiting> ahead, String sql, Object[] arguments)
            throws SQLException {
        var joined = new StringBuilder();
        ahead.forEach(each -> joined.append(each.sql()).append(";\n"));
        var statement = connection.prepareStatement(joined.append(sql).toString());
        try {
            var index = 1;
            for (var each : ahead) {
                index = set(statement, index, each.arguments());
            }
            set(statement, index, arguments);
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private int set(PreparedStatement statement, int first, Object[] arguments)
            throws SQLException {
        var index = first;
        for (var argument : arguments) {
            set(statement, index++, argument);
        }
        return index;
    }

    private void set(PreparedStatement statement, int index, Object argument) throws SQLException {
        switch (argument) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case Jsonb json -> statement.setObject(index, json.text(), Types.OTHER);
            case Enum<?> constant -> statement.setString(index, constant.name());
            case byte[] bytes -> statement.setBytes(index, bytes);
            case Object[] array -> statement.setArray(index, sqlArray(array));
            default -> statement.setObject(index, argument);
        }
    }

    private java.sql.Array sqlArray(Object[] array) throws SQLException {
        return switch (array) {
            case String[] texts -> connection.createArrayOf("text", texts);
            case Long[] numbers -> connection.createArrayOf("bigint", numbers);
            case Integer[] numbers -> connection.createArrayOf("integer", numbers);
            case Boolean[] flags -> connection.createArrayOf("boolean", flags);
            case Instant[] instants ->
                    connection.createArrayOf(
                            "timestamptz", Arrays.stream(instants).map(Tx::utc).toArray());
            case LocalDate[] dates -> connection.createArrayOf("date", dates);
            case byte[][] blobs -> connection.createArrayOf("bytea", blobs);
            default -> connection.createArrayOf(arrayType(array), array);
        };
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static String arrayType(Object[] array) {
        var type = array.getClass().getComponentType();
        if (type == java.util.UUID.class) {
            return "uuid";
        }
        throw new IllegalArgumentException("no SQL array of " + type.getName());
    }
}
