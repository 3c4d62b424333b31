package dev.cairn.ledger.erasure;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Looks for a text in everything that the ledger keeps, with the eyes of the database's owner. */
@ApplicationScoped
public class Traces {
    private final String url;
    private final String owner;
    private final String password;

    public Traces(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.flyway.username") String owner,
            @ConfigProperty(name = "quarkus.flyway.password") String password) {
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    /** Tables in which the text stands anywhere. */
    public List<String> of(String text) throws SQLException {
        var found = new ArrayList<String>();
        for (var table : tables()) {
            var sql =
                    "SELECT EXISTS (SELECT FROM %s AS t WHERE to_jsonb(t)::text LIKE '%%%s%%') AS x"
                            .formatted(table, text);
            if (texts(sql).equals(List.of("t"))) {
                found.add(table);
            }
        }
        return found;
    }

    private List<String> tables() throws SQLException {
        return texts(
                """
                SELECT quote_ident(table_name)
                FROM information_schema.tables
                WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
                """);
    }

    private List<String> texts(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
