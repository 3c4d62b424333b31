package dev.cairn.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Does to the tables what the application itself may not. */
@ApplicationScoped
public class DatabaseOwner {
    private final String url;
    private final String name;
    private final String password;

    public DatabaseOwner(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String name,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.url = url;
        this.name = name;
        this.password = password;
    }

    /** How many rows it changed. */
    public int execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Tables in which the text stands anywhere. */
    public List<String> tablesWith(String text) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = connect();
                var statement = connection.createStatement()) {
            var names = new ArrayList<String>();
            try (var rows =
                    statement.executeQuery(
                            """
                            SELECT quote_ident(table_name) AS name
                            FROM information_schema.tables
                            WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
                            """)) {
                while (rows.next()) {
                    names.add(rows.getString("name"));
                }
            }
            for (var name : names) {
                var sql =
                        "SELECT EXISTS (SELECT FROM %s AS t WHERE to_jsonb(t)::text LIKE '%%%s%%')"
                                .formatted(name, text);
                try (var rows = statement.executeQuery(sql)) {
                    rows.next();
                    if (rows.getBoolean(1)) {
                        found.add(name);
                    }
                }
            }
        }
        return found;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, name, password);
    }
}
