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
import dev.cairn.ledger.Shop;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
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

    private static io.restassured.response.ValidatableResponse prove(String role) {
        return given().auth()
                .oauth2(TestTokens.staff(role))
                .get("/v1/proof")
                .then()
                .statusCode(200);
    }
}
