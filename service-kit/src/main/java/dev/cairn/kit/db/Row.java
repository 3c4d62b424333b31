package dev.cairn.kit.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.cairn.kit.event.EventCodec;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;

/** The current row of a query, read by column name. */
public final class Row {
    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public String text(String column) throws SQLException {
        return present(column, rows.getString(column));
    }

    public String textOrNull(String column) throws SQLException {
        return rows.getString(column);
    }

    public long longValue(String column) throws SQLException {
        return present(column, longOrNull(column));
    }

    public Long longOrNull(String column) throws SQLException {
        var value = rows.getLong(column);
        return rows.wasNull() ? null : value;
    }

    public int intValue(String column) throws SQLException {
        var value = rows.getInt(column);
        return present(column, rows.wasNull() ? null : value);
    }

    public boolean bool(String column) throws SQLException {
        var value = rows.getBoolean(column);
        return present(column, rows.wasNull() ? null : value);
    }

    public Instant instant(String column) throws SQLException {
        return present(column, instantOrNull(column));
    }

    public Instant instantOrNull(String column) throws SQLException {
        var value = rows.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public LocalDate date(String column) throws SQLException {
        return present(column, rows.getObject(column, LocalDate.class));
    }

    public UUID uuid(String column) throws SQLException {
        return present(column, rows.getObject(column, UUID.class));
    }

    public byte[] bytes(String column) throws SQLException {
        return present(column, rows.getBytes(column));
    }

    public <T> T json(String column, Class<T> type) throws SQLException {
        try {
            return EventCodec.json().readValue(text(column), type);
        } catch (JsonProcessingException e) {
            throw new SQLException("column " + column + " holds unreadable JSON", e);
        }
    }

    public <T> T json(String column, TypeReference<T> type) throws SQLException {
        try {
            return EventCodec.json().readValue(text(column), type);
        } catch (JsonProcessingException e) {
            throw new SQLException("column " + column + " holds unreadable JSON", e);
        }
    }

    private static <T> T present(String column, T value) throws SQLException {
        if (value == null) {
            throw new SQLException("column " + column + " is null");
        }
        return value;
    }
}
