package dev.cairn.kit.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;

/** Runs work in database transactions. Blocking: call it from virtual or worker threads only. */
@ApplicationScoped
public class Database {
    private final DataSource source;

    public Database(DataSource source) {
        this.source = source;
    }

    /**
     * Runs the work in one transaction and commits, or rolls back if it throws.
     *
     * @throws DatabaseException if the database refuses or cannot be reached
     */
    public <T> T inTransaction(Function<Tx, T> work) {
        return run(work, false);
    }

    /** As {@link #inTransaction}, for work without a result. */
    public void transact(Consumer<Tx> work) {
        inTransaction(
                tx -> {
                    work.accept(tx);
                    return null;
                });
    }

    /** Runs queries that all see the same state of the database. */
    public <T> T read(Function<Tx, T> work) {
        return run(work, true);
    }

    private <T> T run(Function<Tx, T> work, boolean snapshot) {
        var tx = new Tx();
        T result;
        try (var connection = source.getConnection()) {
            connection.setAutoCommit(false);
            if (snapshot) {
                connection.setReadOnly(true);
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            }
            result = commitOrRollBack(connection, tx, work);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
        tx.committed();
        return result;
    }

    private static <T> T commitOrRollBack(Connection connection, Tx tx, Function<Tx, T> work)
            throws SQLException {
        var done = false;
        try {
            tx.begin(connection);
            var result = work.apply(tx);
            tx.flush();
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                rollBack(connection);
            }
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone, and with it the transaction; the first failure tells why.
        }
    }
}
