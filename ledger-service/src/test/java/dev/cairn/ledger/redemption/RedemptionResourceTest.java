package dev.cairn.ledger.redemption;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.problem;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.Shop.redeem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class RedemptionResourceTest {
    @Inject Awards awards;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    @Test
    void pointsBuyARewardOnce() {
        awards.grant(member, 150);
        var key = newKey();

        var first = redeem(member, "coffee", key);
        var second = redeem(member, "coffee", key);

        first.then()
                .statusCode(201)
                .body("points", equalTo(100))
                .body("status", equalTo("fulfilled"))
                .body("balance", equalTo(50));
        second.then().statusCode(200);
        assertThat(second.jsonPath().getMap("")).isEqualTo(first.jsonPath().getMap(""));
        awards.awaitBalance(member, 50);
    }

    @Test
    void theSameKeyWithAnotherWishIsRefused() {
        awards.grant(member, 500);
        var key = newKey();
        redeem(member, "coffee", key).then().statusCode(201);

        redeem(member, "mug", key)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", problem("idempotency-key-reused"));
    }

    @Test
    void theSameKeyOfAnotherMemberIsAnotherWish() {
        var other = newMember();
        awards.grant(member, 100);
        awards.grant(other, 100);
        var key = newKey();

        redeem(member, "coffee", key).then().statusCode(201);
        redeem(other, "coffee", key).then().statusCode(201).body("balance", equalTo(0));
    }

    @Test
    void aWishThatWasRefusedStaysRefused() {
        var key = newKey();
        awards.grant(member, 60);
        redeem(member, "coffee", key)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", problem("insufficient-points"))
                .body("required", equalTo(100))
                .body("available", equalTo(60))
                .body("missing", equalTo(40));
        awards.publish(award(member, "base:more", 1, 500));
        awards.awaitBalance(member, 560);

        redeem(member, "coffee", key).then().statusCode(422).body("missing", equalTo(40));
        redeem(member, "coffee").then().statusCode(201);
    }

    @Test
    void whoeverOwesPointsCannotSpend() {
        awards.publish(award(member, "base:1", 1, 100));
        awards.awaitBalance(member, 100);
        redeem(member, "coffee").then().statusCode(201);
        awards.publish(award(member, "base:1", 2, 0));
        awards.awaitBalance(member, -100);

        redeem(member, "coffee").then().statusCode(422).body("available", equalTo(0));
    }

    @Test
    void badWishesGetClearAnswers() {
        redeem(member, "no-such-thing", newKey())
                .then()
                .statusCode(404)
                .body("type", problem("reward-unknown"));
        redeem(member, "", newKey()).then().statusCode(400);
        var call = given().auth().oauth2(TestTokens.member(member)).contentType("application/json");
        call.body("{\"reward\":\"coffee\"}")
                .post("/v1/me/redemptions")
                .then()
                .statusCode(400)
                .body("type", containsString("idempotency-key-missing"));
        call.header("Idempotency-Key", "k".repeat(256))
                .body("{\"reward\":\"coffee\"}")
                .post("/v1/me/redemptions")
                .then()
                .statusCode(400);
    }

    @Test
    void malformedBodiesGetClearAnswers() {
        var call =
                given().auth()
                        .oauth2(TestTokens.member(member))
                        .contentType("application/json")
                        .header("Idempotency-Key", newKey());
        call.body("{\"reward\":\"coffee\",\"price\":1}")
                .post("/v1/me/redemptions")
                .then()
                .statusCode(400)
                .body("detail", containsString("price"));
        call.body("{\"reward\":")
                .post("/v1/me/redemptions")
                .then()
                .statusCode(400)
                .body("type", containsString("malformed-json"));
        call.body("").post("/v1/me/redemptions").then().statusCode(400);
        call.body("null").post("/v1/me/redemptions").then().statusCode(400);
    }

    @Test
    void aRewardThatIsSoldOutSaysSo() {
        var reward = newReward("'price':10,'stock':0");
        awards.grant(member, 100);

        redeem(member, reward).then().statusCode(409).body("type", problem("reward-sold-out"));
        awards.awaitBalance(member, 100);
    }

    @Test
    void supportGivesPointsAndStockBackOnce() {
        var reward = newReward("'price':10,'stock':1");
        awards.grant(member, 10);
        String id = redeem(member, reward).then().statusCode(201).extract().path("id");

        for (var i = 0; i < 2; i++) {
            cancel(id, "support")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("cancelled"))
                    .body("balance", equalTo(10));
        }

        redeem(member, reward).then().statusCode(201);
        given().auth()
                .oauth2(TestTokens.member(member))
                .get("/v1/me/redemptions")
                .then()
                .body("items.size()", equalTo(2))
                .body(
                        "items.collect { it.status }.sort()",
                        equalTo(List.of("cancelled", "fulfilled")));
    }

    @Test
    void aForeignRedemptionDoesNotExist() {
        awards.grant(member, 100);
        String id = redeem(member, "coffee").then().statusCode(201).extract().path("id");

        mine(member, id).then().statusCode(200).body("reward", equalTo("coffee"));
        mine(newMember(), id).then().statusCode(404);
        mine(member, "not-an-id").then().statusCode(404);
        cancel(id, "manager").then().statusCode(403);
        cancel(UUID.randomUUID().toString(), "support").then().statusCode(404);
    }

    private static Response mine(String member, String id) {
        return given().auth().oauth2(TestTokens.member(member)).get("/v1/me/redemptions/" + id);
    }

    private static Response cancel(String id, String role) {
        return given().auth()
                .oauth2(TestTokens.staff(role))
                .post("/v1/redemptions/" + id + "/cancel");
    }
}
