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
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
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
    @ValueSource(strings = {"posting", "entry", "lot_use"})
    void theApplicationCanOnlyAddToTheJournal(String table) {
        for (var sql : List.of("DELETE FROM " + table, "TRUNCATE " + table)) {
            assertThatThrownBy(() -> database.transact(tx -> tx.update(sql)))
                    .hasMessageContaining("permission denied");
        }
        var column = table.equals("posting") ? "points" : "amount";
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

    private static io.restassured.response.ValidatableResponse prove(String role) {
        return given().auth()
                .oauth2(TestTokens.staff(role))
                .get("/v1/proof")
                .then()
                .statusCode(200);
    }
}
