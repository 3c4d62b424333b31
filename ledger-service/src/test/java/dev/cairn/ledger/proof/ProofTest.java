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
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.DatabaseOwner;
import dev.cairn.ledger.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@LedgerTest
class ProofTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject Database database;
    @Inject Measures measures;
    @Inject ProofWatch watch;

    @Inject DatabaseOwner owner;

    private final String member = newMember();

    @BeforeEach
    void somebodyHasPoints() {
        awards.grant(member, 100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"posting", "partner_rate", "partner_line", "settlement", "settlement_line"})
    void theApplicationCanOnlyAddToTheJournal(String table) {
        for (var sql : List.of("DELETE FROM " + table, "TRUNCATE " + table)) {
            assertThatThrownBy(() -> database.transact(tx -> tx.update(sql)))
                    .hasMessageContaining("permission denied");
        }
        var column =
                switch (table) {
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
                "posting SET balance_after = balance_after + 1",
                "posting SET version = version + 1"
            })
    void aTamperedRowIsFound(String change) throws SQLException {
        var undo =
                change.contains("- 1")
                        ? change.replace("- 1", "+ 1")
                        : change.replace("+ 1", "- 1");
        asOwner("UPDATE " + change + " WHERE member_id = '" + member + "'");
        try {
            prove("auditor").body("holds", equalTo(false));
        } finally {
            asOwner("UPDATE " + undo + " WHERE member_id = '" + member + "'");
        }
        prove("auditor").body("holds", equalTo(true));
    }

    @ParameterizedTest
    @CsvSource({
        "posting_sums_to_zero, amounts[2] = amounts[2] + 1",
        "posting_moves_what_it_says, points = points + 1",
        "posting_has_lines, amounts = amounts || 0::bigint",
        "posting_uses_are_whole, lots = ARRAY[id]"
    })
    void theDatabaseRefusesAPostingThatIsNotWhole(String constraint, String change) {
        assertThatThrownBy(() -> asOwner(posting(change))).hasMessageContaining(constraint);
    }

    @ParameterizedTest
    @CsvSource({
        "postings-sum-to-zero, posting_sums_to_zero, amounts[2] = amounts[2] %s 1",
        "postings-move-what-they-say, posting_moves_what_it_says, points = points %s 1"
    })
    void whatTheDatabaseShouldHaveRefusedIsFoundToo(String check, String constraint, String change)
            throws SQLException {
        var definition = definitionOf(constraint);
        owner.execute("ALTER TABLE posting DROP CONSTRAINT " + constraint);
        try {
            asOwner(posting(change.formatted("+")));
            prove("auditor").body("checks.findAll { !it.holds }.name", hasItem(check));
        } finally {
            asOwner(posting(change.formatted("-")));
            owner.execute("ALTER TABLE posting ADD CONSTRAINT " + constraint + " " + definition);
        }
        prove("auditor").body("holds", equalTo(true));
    }

    private String posting(String change) {
        return "UPDATE posting SET " + change + " WHERE member_id = '" + member + "'";
    }

    private String definitionOf(String constraint) {
        return database.read(
                        tx ->
                                tx.first(
                                        """
                                        SELECT pg_get_constraintdef(oid) AS definition
                                        FROM pg_constraint
                                        WHERE conname = ?
                                        """,
                                        row -> row.text("definition"),
                                        constraint))
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        "transfers-have-both-sides, transfer, points, from_member = '%s'",
        "transfers-name-their-lots, posting, lot_amounts[1], member_id = 'to-%s'",
        "conversions-follow-their-rate, conversion, given, member_id = '%s'",
        "conversions-follow-their-rate, conversion, numerator, member_id = '%s'",
        "adjustments-equal-postings, adjustment, points, member_id = '%s'"
    })
    void whatMembersAndStaffDidIsProvenToo(
            String check, String table, String column, String condition) throws SQLException {
        var token = TestTokens.member(member);
        var gift = Map.of("to", "to-" + member, "points", 10);
        Calls.post(token, "/v1/me/transfers", gift).then().statusCode(201);
        var exchange = Map.of("from", "points", "to", "miles", "points", 30);
        Calls.post(token, "/v1/me/conversions", exchange).then().statusCode(201);
        var more = Map.of("member", member, "points", 7, "reason", "goodwill");
        Calls.post(TestTokens.staff("support"), "/v1/adjustments", more).then().statusCode(201);
        var change = "UPDATE %s SET %s = %s %s WHERE " + condition.formatted(member);
        asOwner(change.formatted(table, column, column, "+ 1"));
        try {
            prove("auditor").body("checks.findAll { !it.holds }.name", hasItem(check));
        } finally {
            asOwner(change.formatted(table, column, column, "- 1"));
        }
        prove("auditor").body("holds", equalTo(true));
    }

    @Test
    void aReinstatementThatNobodyPostedIsFound() throws SQLException {
        asOwner(
                """
                INSERT INTO reinstatement (id, member_id, currency, points, reason, expires_at,
                                           status, asked_by, asked_at, decided_at)
                VALUES (gen_random_uuid(), '%s', 'points', 1, 'goodwill', now(), 'DONE', 'anna',
                        now(), now())
                """
                        .formatted(member));
        try {
            prove("auditor")
                    .body(
                            "checks.findAll { !it.holds }.name",
                            hasItem("reinstatements-equal-postings"));
        } finally {
            asOwner("DELETE FROM reinstatement WHERE member_id = '" + member + "'");
        }
        prove("auditor").body("holds", equalTo(true));
    }

    @Test
    void aLotWhoseDayNobodyWouldNoticeIsFound() throws SQLException {
        var change = "UPDATE lot SET expires_at = %s WHERE member_id = '" + member + "'";
        asOwner(change.formatted("'2099-01-01'"));
        try {
            prove("auditor")
                    .body(
                            "checks.findAll { !it.holds }.name",
                            hasItem("nothing-falls-due-unnoticed"));
        } finally {
            asOwner(change.formatted("NULL"));
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
        assertThat(owner.execute(sql)).isPositive();
    }

    private static ValidatableResponse prove(String role) {
        return given().auth()
                .oauth2(TestTokens.staff(role))
                .get("/v1/proof")
                .then()
                .statusCode(200);
    }
}
