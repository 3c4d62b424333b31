package dev.cairn.ledger.redemption;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class RedemptionResourceTest {
    @Inject Awards awards;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .get("/v1/proof")
                .then()
                .statusCode(200)
                .body("checks.findAll { !it.holds }", equalTo(List.of()))
                .body("holds", equalTo(true));
    }

    private static Response redeem(String member, String reward, String key) {
        return given().auth()
                .oauth2(TestTokens.member(member))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("reward", reward))
                .post("/v1/me/redemptions");
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static String newReward(long price, Long stock) {
        var id = "r-" + UUID.randomUUID();
        var body = new java.util.HashMap<String, Object>();
        body.put("title", Map.of("en", "A thing", "de", "Ein Ding"));
        body.put("price", price);
        body.put("stock", stock);
        body.put("active", true);
        given().auth()
                .oauth2(TestTokens.staff("manager"))
                .contentType("application/json")
                .body(body)
                .put("/v1/rewards/" + id)
                .then()
                .statusCode(201);
        return id;
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
                .body("type", equalTo("https://cairn.dev/problems/idempotency-key-reused"));
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
                .body("type", equalTo("https://cairn.dev/problems/insufficient-points"))
                .body("required", equalTo(100))
                .body("available", equalTo(60))
                .body("missing", equalTo(40));
        awards.publish(award(member, "base:more", 1, 500));
        awards.awaitBalance(member, 560);

        redeem(member, "coffee", key).then().statusCode(422).body("missing", equalTo(40));
        redeem(member, "coffee", newKey()).then().statusCode(201);
    }

    @Test
    void whoeverOwesPointsCannotSpend() {
        awards.publish(award(member, "base:1", 1, 100));
        awards.awaitBalance(member, 100);
        redeem(member, "coffee", newKey()).then().statusCode(201);
        awards.publish(award(member, "base:1", 2, 0));
        awards.awaitBalance(member, -100);

        redeem(member, "coffee", newKey()).then().statusCode(422).body("available", equalTo(0));
    }

    @Test
    void badWishesGetClearAnswers() {
        redeem(member, "no-such-thing", newKey())
                .then()
                .statusCode(404)
                .body("type", equalTo("https://cairn.dev/problems/reward-unknown"));
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
    void fiftyParallelWishesOnOneAccountNeverOverspend() throws Exception {
        awards.grant(member, 1000);
        var wishes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 50; i++) {
            wishes.add(() -> redeem(member, "coffee", newKey()).statusCode());
        }

        var answers = all(wishes);

        assertThat(answers).isEqualTo(Map.of(201, 10L, 422, 40L));
        awards.awaitBalance(member, 0);
    }

    @Test
    void spendingWhilePointsComeAndGoNeverInventsAny() throws Exception {
        awards.grant(member, 1000);
        var wishes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 25; i++) {
            wishes.add(() -> redeem(member, "donation", newKey()).statusCode());
        }
        for (var revision = 1; revision <= 20; revision++) {
            awards.publish(award(member, "base:changing", revision, revision % 4 * 300L));
        }
        awards.publish(award(member, "base:last", 1, 100_000));

        var bought = all(wishes).getOrDefault(201, 0L);

        awards.awaitBalance(member, 101_000 - 50 * bought);
    }

    @Test
    void theSameWishInParallelIsGrantedOnce() throws Exception {
        awards.grant(member, 1000);
        var key = newKey();
        var wishes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 20; i++) {
            wishes.add(() -> redeem(member, "coffee", key).statusCode());
        }

        var answers = all(wishes);

        assertThat(answers).isEqualTo(Map.of(201, 1L, 200, 19L));
        awards.awaitBalance(member, 900);
    }

    @Test
    void theLastOneOfARewardHasOneBuyer() throws Exception {
        var reward = newReward(10, 1L);
        var members = IntStream.range(0, 30).mapToObj(i -> newMember()).toList();
        awards.publish(
                members.stream().map(m -> Awards.record(award(m, "base:1", 1, 10))).toList());
        members.forEach(m -> awards.awaitBalance(m, 10));
        var wishes = new ArrayList<Callable<Integer>>();
        members.forEach(m -> wishes.add(() -> redeem(m, reward, newKey()).statusCode()));

        var answers = all(wishes);

        assertThat(answers).isEqualTo(Map.of(201, 1L, 409, 29L));
        redeem(member, reward, newKey()).then().statusCode(422);
    }

    @Test
    void aRewardThatIsSoldOutSaysSo() {
        var reward = newReward(10, 0L);
        awards.grant(member, 100);

        redeem(member, reward, newKey())
                .then()
                .statusCode(409)
                .body("type", equalTo("https://cairn.dev/problems/reward-sold-out"));
        awards.awaitBalance(member, 100);
    }

    @Test
    void supportGivesPointsAndStockBackOnce() {
        var reward = newReward(10, 1L);
        awards.grant(member, 10);
        String id = redeem(member, reward, newKey()).then().statusCode(201).extract().path("id");

        for (var i = 0; i < 2; i++) {
            cancel(id, "support")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("cancelled"))
                    .body("balance", equalTo(10));
        }

        redeem(member, reward, newKey()).then().statusCode(201);
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
        String id = redeem(member, "coffee", newKey()).then().statusCode(201).extract().path("id");

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

    private static Map<Integer, Long> all(List<Callable<Integer>> calls) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(calls).stream()
                    .map(future -> future.resultNow())
                    .collect(groupingBy(status -> status, counting()));
        }
    }
}
