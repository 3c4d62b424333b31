package dev.cairn.kit.db;

import java.sql.SQLException;

/** The database refused a statement or could not be reached. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /**
     * Whether the same work may succeed later: the connection was lost, none was free, the server
     * is starting or stopping, or a deadlock or serialization failure ended the transaction. See
     * "PostgreSQL Error Codes", classes 08, 40, 53, 55, 57 and 58.
     */
    public boolean transientFailure() {
        var state = ((SQLException) getCause()).getSQLState();
        return state == null
                || switch (state.length() < 2 ? "" : state.substring(0, 2)) {
                    case "08", "40", "53", "55", "57", "58" -> true;
                    default -> false;
                };
    }

    /** The five-character code of the failure, or an empty text. */
    public String sqlState() {
        var state = ((SQLException) getCause()).getSQLState();
        return state == null ? "" : state;
    }
}
