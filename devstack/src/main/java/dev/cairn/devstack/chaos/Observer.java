package dev.cairn.devstack.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.devstack.chaos.Client.Outcome;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reads all balances in one snapshot while points move, and asks the ledger for its own proof.
 * Every read must hold, whatever was killed a moment before.
 */
final class Observer {

    private static final Map<String, String> COUNTEREXAMPLES = new LinkedHashMap<>();

    static {
        COUNTEREXAMPLES.put(
                "the journal sums to zero",
                "SELECT count(*) FROM (SELECT FROM entry GROUP BY currency"
                        + " HAVING sum(amount) <> 0) AS c");
        COUNTEREXAMPLES.put(
                "balances are what the journal says",
                """
                SELECT count(*)
                FROM balance AS b
                FULL JOIN (SELECT member_id, currency, sum(amount) AS points
                           FROM entry
                           WHERE member_id IS NOT NULL
                           GROUP BY member_id, currency) AS e USING (member_id, currency)
                WHERE coalesce(b.active + b.pending + b.held - b.arrears, 0)
                      <> coalesce(e.points, 0)
                """);
        COUNTEREXAMPLES.put(
                "lots are what balances say",
                """
                SELECT count(*)
                FROM balance AS b
                FULL JOIN (SELECT member_id, currency, sum(remaining) AS points
                           FROM lot
                           GROUP BY member_id, currency) AS l USING (member_id, currency)
                WHERE coalesce(b.active + b.pending + b.held, 0) <> coalesce(l.points, 0)
                """);
        COUNTEREXAMPLES.put(
                "nothing is negative and nobody owes who has",
                "SELECT count(*) FROM balance WHERE least(active, pending, held, arrears) < 0"
                        + " OR (active > 0 AND arrears > 0)");
        COUNTEREXAMPLES.put(
                "histories have no gap",
                """
                SELECT count(*)
                FROM balance AS b
                LEFT JOIN (SELECT member_id, currency, count(*) AS n, max(version) AS last
                           FROM posting
                           GROUP BY member_id, currency) AS p USING (member_id, currency)
                WHERE b.version <> coalesce(p.n, 0) OR b.version <> coalesce(p.last, 0)
                """);
    }

    private final Arena arena;
    private final Passes passes;
    private final Complaints complaints;
    private final Client client = new Client();
    private final Map<String, Long> versions = new HashMap<>();

    Observer(Arena arena, Passes passes, Complaints complaints) {
        this.arena = arena;
        this.passes = passes;
        this.complaints = complaints;
    }

    /** One snapshot of everything; while the database is away there is nothing to see. */
    void look() {
        try (Connection connection = arena.database()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (Map.Entry<String, String> check : COUNTEREXAMPLES.entrySet()) {
                long cases = number(connection, check.getValue());
                complaints.check(
                        cases == 0, "while it ran: not true that " + check.getKey() + ": " + cases);
            }
            histories(connection);
            connection.rollback();
        } catch (SQLException away) {
            // a database that is away says nothing wrong
        }
    }

    /** The ledger's own proof, if a replica answers. */
    void askForProof() {
        for (Replica replica : arena.replicas()) {
            Outcome outcome =
                    client.send(
                            "GET",
                            replica.url() + "/v1/proof",
                            passes.staff("auditor"),
                            Optional.empty(),
                            "");
            if (outcome instanceof Outcome.Answered answered && answered.answer().isSuccess()) {
                judge(answered.answer().json());
                return;
            }
        }
    }

    private void judge(JsonNode proof) {
        for (JsonNode check : proof.path("checks")) {
            complaints.check(
                    check.path("holds").asBoolean(),
                    "the ledger's proof: %s: %s"
                            .formatted(check.path("name").asText(), check.path("detail").asText()));
        }
    }

    /** What was committed stays, whatever crashes. */
    private void histories(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT member_id || '/' || currency, version FROM balance")) {
            while (rows.next()) {
                Long before = versions.put(rows.getString(1), rows.getLong(2));
                complaints.check(
                        before == null || before <= rows.getLong(2),
                        "the history of %s went back from %d to %d"
                                .formatted(rows.getString(1), before, rows.getLong(2)));
            }
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
