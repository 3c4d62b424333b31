package dev.cairn.devstack.bench;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** Which statements the database spent its time on, by its own count; only when asked for. */
final class Profile {

    private final Connection connection;
    private final int lines;

    Profile(Bed bed, int lines) {
        this.lines = lines;
        this.connection = lines > 0 ? bed.connect("postgres") : null;
        if (lines > 0) {
            Sql.run(connection, "CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        }
    }

    void begin() {
        if (lines > 0) {
            Sql.run(connection, "SELECT pg_stat_statements_reset()");
        }
    }

    void print(String name, Measured measured, PrintStream out) {
        if (lines == 0) {
            return;
        }
        out.print("  processor time of " + name + ", µs each:");
        measured.cpu()
                .ours()
                .keySet()
                .forEach(
                        process ->
                                out.printf(
                                        Locale.ROOT,
                                        " %s %.0f",
                                        process,
                                        measured.cpuMicros(process)));
        out.println();
        out.println("  statements of " + name + ": total ms, calls, ms each, rows");
        try (var statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                """
                                SELECT total_exec_time, calls, mean_exec_time, rows,
                                       left(regexp_replace(query, '\\s+', ' ', 'g'), 90)
                                FROM pg_stat_statements
                                ORDER BY total_exec_time DESC
                                LIMIT %d
                                """
                                        .formatted(lines))) {
            while (rows.next()) {
                out.println(
                        String.format(
                                Locale.ROOT,
                                "    %8.0f %8d %8.3f %9d  %s",
                                rows.getDouble(1),
                                rows.getLong(2),
                                rows.getDouble(3),
                                rows.getLong(4),
                                rows.getString(5)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }
}
