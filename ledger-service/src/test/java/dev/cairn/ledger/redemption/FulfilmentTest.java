package dev.cairn.ledger.redemption;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.Shop.redeem;
import static dev.cairn.ledger.Shop.redeemed;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class FulfilmentTest {
    @Inject Awards awards;
    @Inject Database database;

    private final String member = newMember();
    private String good;

    @BeforeEach
    void thereIsAGood() {
        good = newReward("'type':'good','price':10,'stock':1");
        awards.grant(member, 10);
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private static Response step(String id, String to) {
        return Shop.post(
                TestTokens.pos("warehouse"), "/v1/redemptions/" + id + "/steps", Map.of("to", to));
    }

    private Response mine(String id) {
        return Shop.as(TestTokens.member(member)).get("/v1/me/redemptions/" + id);
    }

    @Test
    void goodsAreOrderedShippedAndDelivered() {
        var id = redeemed(member, good);
        mine(id).then().body("status", equalTo("ordered"));

        step(id, "shipped").then().statusCode(200).body("status", equalTo("shipped"));
        step(id, "delivered").then().statusCode(200).body("status", equalTo("delivered"));
        step(id, "delivered").then().statusCode(200).body("status", equalTo("delivered"));

        mine(id).then()
                .body("status", equalTo("delivered"))
                .body("steps.status", equalTo(List.of("ordered", "shipped", "delivered")));
        Shop.as(TestTokens.staff("auditor"))
                .get("/v1/redemptions/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("delivered"));
    }

    @Test
    void aStepThatIsNotNextIsRefused() {
        var id = redeemed(member, good);

        step(id, "delivered")
                .then()
                .statusCode(409)
                .body("type", equalTo("https://cairn.dev/problems/step-not-possible"))
                .body("status", equalTo(409))
                .body("state", equalTo("ordered"))
                .body("possible", equalTo(List.of("shipped")));
        step(id, "shipped").then().statusCode(200);
        step(id, "delivered").then().statusCode(200);
        step(id, "shipped").then().statusCode(409).body("possible", equalTo(List.of()));
        step(id, "lost").then().statusCode(400);
        step(UUID.randomUUID().toString(), "shipped").then().statusCode(404);
    }

    @Test
    void whatIsHadAtOnceHasNoWayToGo() {
        awards.publish(Awards.award(member, "base:more", 1, 100));
        awards.awaitBalance(member, 110);
        var id = redeemed(member, "coffee");

        step(id, "shipped").then().statusCode(409).body("state", equalTo("fulfilled"));
        mine(id).then().body("steps.status", equalTo(List.of("fulfilled")));
    }

    @Test
    void aCancelledGoodReturnsToStockAndGoesNowhere() {
        var id = redeemed(member, good);
        step(id, "shipped").then().statusCode(200);
        redeem(member, good).then().statusCode(422);

        Shop.cancel(id).then().statusCode(200).body("status", equalTo("cancelled"));

        step(id, "delivered").then().statusCode(409).body("state", equalTo("cancelled"));
        mine(id).then()
                .body("refunded", equalTo(10))
                .body("steps.status", equalTo(List.of("ordered", "shipped", "cancelled")));
        redeemed(member, good);
    }

    @Test
    void onlyShopsAndSupportTakeSteps() {
        var id = redeemed(member, good);
        for (var token : List.of(TestTokens.member(member), TestTokens.staff("manager"))) {
            var path = "/v1/redemptions/" + id + "/steps";
            Shop.post(token, path, Map.of("to", "shipped")).then().statusCode(403);
            Shop.as(token).get("/v1/redemptions/" + id).then().statusCode(403);
        }
    }

    @Test
    void aFrozenAccountSpendsNothingButGetsBackWhatIsCancelled() {
        var id = redeemed(member, good);
        freeze();

        redeem(member, good)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://cairn.dev/problems/account-frozen"));
        Shop.cancel(id).then().statusCode(200).body("balance", equalTo(10));
        redeem(member, good).then().statusCode(409);
    }

    @Test
    void anAccountThatWentIntoAnotherIsClosed() {
        database.transact(
                tx ->
                        tx.update(
                                """
                                INSERT INTO member_standing (member_id, merged_into, merged_at)
                                VALUES (?, 'm-other', now())
                                """,
                                member));

        redeem(member, good)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://cairn.dev/problems/account-closed"));
    }

    private void freeze() {
        database.transact(
                tx ->
                        tx.update(
                                """
                                INSERT INTO member_standing (member_id, frozen_at, frozen_reason)
                                VALUES (?, now(), 'fraud')
                                """,
                                member));
    }
}
