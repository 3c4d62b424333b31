package dev.cairn.ledger.proof;

import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.measure.Measures;
import dev.cairn.kit.testing.MetricsPage;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@LedgerTest
class ProofTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject Database database;
    @Inject Measures measures;
    @Inject ProofWatch watch;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    private final String member = newMember();

    @BeforeEach
    void somebodyHasPoints() {
        awards.grant(member, 100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "posting",
                "entry",
                "lot_use",
                "partner_rate",
                "partner_line",
                "settlement",
                "settlement_line"
            })
    void theApplicationCanOnlyAddToTheJournal(String table) {
        for (var sql : List.of("DELETE FROM " + table, "TRUNCATE " + table)) {
            assertThatThrownBy(() -> database.transact(tx -> tx.update(sql)))
                    .hasMessageContaining("permission denied");
        }
        var column =
                switch (table) {
                    case "entry", "lot_use" -> "amount";
                    case "settlement", "settlement_line" -> "number";
                    default -> "points";
                };
        assertThatThrownBy(
                        () ->
                                database.transact(
                                        tx ->
                                                tx.update(
                                                        "UPDATE %s SET %s = 1"
                                                                .formatted(table, column))))
                .hasMessageContaining("permission denied");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "balance SET active = active + 1",
                "balance SET spent = spent + 1",
                "lot SET remaining = remaining - 1",
                "lot SET earned = earned + 1",
                "award_register SET paid = paid + 1",
                "posting SET points = points + 1",
                "posting SET balance_after = balance_after + 1",
                "posting SET version = version + 1",
                "entry SET amount = amount + 1 WHERE pot = 'ACTIVE' AND"
            })
    void aTamperedRowIsFound(String change) throws SQLException {
        var where = change.endsWith("AND") ? " " : " WHERE ";
        var undo =
                change.contains("- 1")
                        ? change.replace("- 1", "+ 1")
                        : change.replace("+ 1", "- 1");
        asOwner("UPDATE " + change + where + "member_id = '" + member + "'");
        try {
            prove("auditor").body("holds", equalTo(false));
        } finally {
            asOwner("UPDATE " + undo + where + "member_id = '" + member + "'");
        }
        prove("auditor").body("holds", equalTo(true));
    }

    @Test
    void aRewardThatWasGivenTwiceIsFound() throws SQLException {
        asOwner("UPDATE reward SET taken = taken + 1 WHERE id = 'mug'");
        try {
            prove("auditor")
                    .body("checks.findAll { !it.holds }.name", hasItem("no-reward-was-oversold"));
        } finally {
            asOwner("UPDATE reward SET taken = taken - 1 WHERE id = 'mug'");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "captured = captured + 1, released = released - 1",
                "points = points + 1, released = released + 1",
                "refunded = refunded + 1"
            })
    void aHoldThatSaysOtherThanTheJournalIsFound(String change) throws SQLException {
        var hold = heldAndCaptured();
        var undo = change.replace("+ 1", "~").replace("- 1", "+ 1").replace("~", "- 1");
        asOwner("UPDATE hold SET " + change + " WHERE id = '" + hold + "'");
        try {
            prove("auditor")
                    .body("checks.findAll { !it.holds }.name", hasItem("holds-equal-postings"));
        } finally {
            asOwner("UPDATE hold SET " + undo + " WHERE id = '" + hold + "'");
        }
        prove("auditor").body("holds", equalTo(true));
    }

    @Test
    void aHoldThatNobodyReservedIsFound() throws SQLException {
        var hold = heldAndCaptured();
        asOwner(
                """
                UPDATE hold
                SET status = 'HELD', released = 0, settled_at = NULL
                WHERE id = '%s'
                """
                        .formatted(hold));
        try {
            prove("auditor")
                    .body("checks.findAll { !it.holds }.name", hasItem("holds-equal-balances"));
        } finally {
            asOwner(
                    """
                    UPDATE hold
                    SET status = 'CAPTURED', released = 20, settled_at = placed_at
                    WHERE id = '%s'
                    """
                            .formatted(hold));
        }
    }

    /** A hold of 50 points, of which 30 were captured. */
    private String heldAndCaptured() {
        String hold =
                shop("/v1/holds", Map.of("member", member, "points", 50, "reference", "order"))
                        .statusCode(201)
                        .extract()
                        .path("id");
        shop("/v1/holds/" + hold + "/capture", Map.of("points", 30)).statusCode(200);
        return hold;
    }

    private static ValidatableResponse shop(String path, Object body) {
        return given().auth()
                .oauth2(TestTokens.pos("shop"))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post(path)
                .then();
    }

    @Test
    void aSettlementThatSaysOtherThanItsLinesIsFound() throws SQLException {
        var id = "proof-" + UUID.randomUUID();
        asOwner(
                """
                INSERT INTO partner (id, name, client, currency, money_currency, active, created_at)
                VALUES ('%s', 'Acme', '%s', 'points', 'EUR', true, now())
                """
                        .formatted(id, id));
        asOwner(
                """
                INSERT INTO settlement (partner_id, number, first_day, end_day, captures,
                                        captured_points, captured_minor, refunds, refunded_points,
                                        refunded_minor, closed_at)
                VALUES ('%s', 1, '2026-01-01', '2026-02-01', 1, 10, 5, 0, 0, 0, now())
                """
                        .formatted(id));
        try {
            prove("auditor")
                    .body("checks.findAll { !it.holds }.name", hasItem("settlements-equal-lines"));
        } finally {
            asOwner("DELETE FROM settlement WHERE partner_id = '" + id + "'");
        }
    }

    @Test
    void aPartnersLineWithoutACaptureIsFound() throws SQLException {
        var hold = heldAndCaptured();
        var id = "proof-" + UUID.randomUUID();
        asOwner(
                """
                INSERT INTO partner (id, name, client, currency, money_currency, active, created_at)
                VALUES ('%s', 'Acme', '%s', 'points', 'EUR', true, now())
                """
                        .formatted(id, id));
        asOwner(
                """
                INSERT INTO partner_line (id, partner_id, hold_id, reference, kind, points,
                                          amount_minor, day, at)
                VALUES ('%s', '%s', '%s', 'order', 'CAPTURE', 30, 15, '2026-03-01', now())
                """
                        .formatted(UUID.randomUUID(), id, hold));
        try {
            prove("auditor")
                    .body(
                            "checks.findAll { !it.holds }.name",
                            hasItem("partner-lines-equal-holds"));
        } finally {
            asOwner("DELETE FROM partner_line WHERE partner_id = '" + id + "'");
        }
    }

    @Test
    void theWatchProvesOnceInAWhileAndTellsWhatItFound() throws SQLException {
        watch.proveIfDue();
        asOwner("UPDATE balance SET spent = spent + 1 WHERE member_id = '" + member + "'");
        try {
            watch.proveIfDue();
            assertThat(violations()).isZero();

            asOwner("UPDATE proof_run SET proven_at = proven_at - interval '61 minutes'");
            watch.proveIfDue();
            await().until(() -> violations() > 0);
        } finally {
            asOwner("UPDATE balance SET spent = spent - 1 WHERE member_id = '" + member + "'");
            asOwner("DELETE FROM proof_run");
        }
        watch.proveIfDue();
        await().until(() -> violations() == 0);
    }

    private double violations() {
        measures.take();
        return MetricsPage.read(management).value("cairn_ledger_proof_violations");
    }

    @Test
    void operatorsSeeTheResultButNoMember() throws SQLException {
        asOwner("UPDATE balance SET spent = spent + 1 WHERE member_id = '" + member + "'");
        try {
            String seen = prove("operator").extract().asString();
            String named = prove("auditor").extract().asString();

            assertThat(seen).doesNotContain(member);
            assertThat(named).contains(member);
        } finally {
            asOwner("UPDATE balance SET spent = spent - 1 WHERE member_id = '" + member + "'");
        }
    }

    private void asOwner(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }

    private static ValidatableResponse prove(String role) {
        return given().auth()
                .oauth2(TestTokens.staff(role))
                .get("/v1/proof")
                .then()
                .statusCode(200);
    }
}
