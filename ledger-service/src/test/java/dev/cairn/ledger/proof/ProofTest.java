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
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
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
        alter("ALTER TABLE posting DROP CONSTRAINT " + constraint);
        try {
            asOwner(posting(change.formatted("+")));
            prove("auditor").body("checks.findAll { !it.holds }.name", hasItem(check));
        } finally {
            asOwner(posting(change.formatted("-")));
            alter("ALTER TABLE posting ADD CONSTRAINT " + constraint + " " + definition);
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
                INSERT INTO partner_line (id, partner_id, hold_id, kind, points, amount_minor, day,
                                          at)
                VALUES ('%s', '%s', '%s', 'CAPTURE', 30, 15, '2026-03-01', now())
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

    @ParameterizedTest
    @CsvSource({
        "refunded = refunded + 1, redemptions-equal-postings",
        "status = 'DELIVERED', codes-equal-redemptions",
        "money_minor = 1, refunds-equal-postings"
    })
    void aRedemptionThatTellsAnotherStoryIsFound(String change, String check) throws SQLException {
        var payment = paidAndRefunded();
        var voucher = voucherThatWasCancelled();
        var before = "SELECT status, refunded, money_minor FROM redemption WHERE id = '%s'";
        var id = check.startsWith("codes") ? voucher : payment;
        asOwner("CREATE TABLE before_change AS " + before.formatted(id));
        asOwner("UPDATE redemption SET %s WHERE id = '%s'".formatted(change, id));
        try {
            prove("auditor").body("checks.findAll { !it.holds }.name", hasItem(check));
        } finally {
            asOwner(
                    """
                    UPDATE redemption AS r
                    SET status = b.status, refunded = b.refunded, money_minor = b.money_minor
                    FROM before_change AS b
                    WHERE r.id = '%s'
                    """
                            .formatted(id));
            asOwner("DROP TABLE before_change");
        }
        prove("auditor").body("holds", equalTo(true));
    }

    private String paidAndRefunded() {
        var pay =
                Shop.newReward(
                        "'payment':{'money':'EUR','rates':[{'version':'1','points':1,'minor':1,"
                                + "'since':'2020-01-01T00:00:00Z'}]}");
        var bill = Map.of("reward", pay, "amountMinor", 50, "moneyCurrency", "EUR");
        String quote = Shop.quote(member, bill).path("id");
        String id = Shop.redeem(member, Shop.newKey(), Map.of("quote", quote)).path("id");
        var refunds = "/v1/redemptions/" + id + "/refunds";
        Shop.post(TestTokens.pos("till"), refunds, Map.of("points", 20)).then().statusCode(201);
        return id;
    }

    private String voucherThatWasCancelled() {
        var voucher = Shop.newReward("'type':'voucher-code','price':1");
        var codes = "/v1/rewards/" + voucher + "/codes/generate";
        Shop.post(TestTokens.staff("manager"), codes, Map.of("count", 1)).then().statusCode(201);
        var id = Shop.redeemed(member, voucher);
        Shop.cancel(id).then().statusCode(200);
        return id;
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
            var rows = statement.executeUpdate(sql);
            assertThat(rows > 0 || sql.startsWith("DROP")).isTrue();
        }
    }

    private void alter(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement()) {
            statement.execute(sql);
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
