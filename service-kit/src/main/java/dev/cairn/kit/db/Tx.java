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

/**
 * An open transaction. Arguments take the place of {@code ?} in order; arrays of boxed values
 * become SQL arrays, for {@code unnest(?::text[], ?::bigint[])}.
 */
public final class Tx {
    private final List<Runnable> afterCommit = new ArrayList<>();
    private Connection connection;

    Tx() {}

    void begin(Connection opened) {
        connection = opened;
    }

    /** Runs the statement and returns the number of rows that it touched. */
    public int update(String sql, Object... arguments) {
        try (var statement = prepare(sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** All rows of a query, or of a statement with {@code RETURNING}. */
    public <T> List<T> query(String sql, RowMapper<T> mapper, Object... arguments) {
        try (var statement = prepare(sql, arguments);
                var rows = statement.executeQuery()) {
            var row = new Row(rows);
            var result = new ArrayList<T>();
            while (rows.next()) {
                result.add(mapper.map(row));
            }
            return result;
        } catch (SQLException e) {
            throw new DatabaseException(e);
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

    private PreparedStatement prepare(String sql, Object... arguments) throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            for (var i = 0; i < arguments.length; i++) {
                set(statement, i + 1, arguments[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
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
