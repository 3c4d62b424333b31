package dev.cairn.ledger.proof;

import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.DatabaseOwner;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rewards, holds, purchases and settlements must tell what the journal tells. */
@LedgerTest
class SpendingProofTest {
    @Inject Awards awards;
    @Inject DatabaseOwner owner;

    private final String member = newMember();

    @BeforeEach
    void somebodyHasPoints() {
        awards.grant(member, 100);
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

    /** What is reserved is not spent, and what was called off never was. */
    @ParameterizedTest
    @CsvSource({
        "held, 'status = ''CANCELLED'', cancelled_at = redeemed_at', redemptions-equal-postings",
        "held, points = points + 1, redemptions-equal-postings",
        "voided, 'status = ''RESERVED'', cancelled_at = NULL', redemptions-equal-postings",
        "voided, points = points + 1, redemptions-equal-postings",
        "captured, 'status = ''RESERVED'', posting_id = NULL', redemptions-equal-postings",
        "captured, 'status = ''CANCELLED'', posting_id = NULL', redemptions-equal-postings",
        "held, 'status = ''FULFILLED'', posting_id = id', codes-equal-redemptions"
    })
    void aReservedRewardThatTellsAnotherStoryIsFound(String state, String change, String check)
            throws SQLException {
        var id = reservedVoucher(state);
        asOwner(
                """
                CREATE TABLE before_change AS
                SELECT status, points, posting_id, cancelled_at FROM redemption WHERE id = '%s'
                """
                        .formatted(id));
        asOwner("UPDATE redemption SET %s WHERE id = '%s'".formatted(change, id));
        try {
            prove("auditor").body("checks.findAll { !it.holds }.name", hasItem(check));
        } finally {
            asOwner(
                    """
                    UPDATE redemption AS r
                    SET status = b.status, points = b.points, posting_id = b.posting_id,
                        cancelled_at = b.cancelled_at
                    FROM before_change AS b
                    WHERE r.id = '%s'
                    """
                            .formatted(id));
            asOwner("DROP TABLE before_change");
        }
        prove("auditor").body("holds", equalTo(true));
    }

    private String reservedVoucher(String state) {
        var voucher = voucher();
        String quote = Shop.quote(member, Map.of("reward", voucher)).path("id");
        String id =
                shop("/v1/quotes/" + quote + "/hold", Map.of("reference", "basket"))
                        .statusCode(201)
                        .extract()
                        .path("id");
        var end = Map.of("held", "", "voided", "/void", "captured", "/capture").get(state);
        if (!end.isEmpty()) {
            shop("/v1/holds/" + id + end, Map.of()).statusCode(200);
        }
        return id;
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

    private static String voucher() {
        var voucher = Shop.newReward("'type':'voucher-code','price':1");
        var codes = "/v1/rewards/" + voucher + "/codes/generate";
        Shop.post(TestTokens.staff("manager"), codes, Map.of("count", 1)).then().statusCode(201);
        return voucher;
    }

    private String voucherThatWasCancelled() {
        var id = Shop.redeemed(member, voucher());
        Shop.cancel(id).then().statusCode(200);
        return id;
    }

    private void asOwner(String sql) throws SQLException {
        var rows = owner.execute(sql);
        assertThat(rows > 0 || sql.startsWith("DROP")).isTrue();
    }

    private static ValidatableResponse prove(String role) {
        return given().auth()
                .oauth2(TestTokens.staff(role))
                .get("/v1/proof")
                .then()
                .statusCode(200);
    }
}
