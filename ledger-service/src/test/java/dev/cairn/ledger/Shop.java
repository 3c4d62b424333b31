package dev.cairn.ledger;

import static io.restassured.RestAssured.given;

import dev.cairn.kit.testing.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/** What members, shops and staff do with rewards, over HTTP. */
public final class Shop {
    private Shop() {}

    /** Adds a reward with these fields besides its title, in JSON with single quotes. */
    public static String newReward(String fields) {
        var id = "r-" + UUID.randomUUID();
        put(id, fields).then().statusCode(201);
        return id;
    }

    public static Response put(String id, String fields) {
        var body = "{'title':{'en':'A thing','de':'Ein Ding'}," + fields + "}";
        return as(TestTokens.staff("manager"))
                .body(body.replace('\'', '"'))
                .put("/v1/rewards/" + id);
    }

    /** The reward as the caller sees it. */
    public static JsonPath seen(String token, String reward) {
        var page = given().auth().oauth2(token).get("/v1/rewards?limit=200").jsonPath();
        return page.setRootPath("items.find { it.id == '" + reward + "' }");
    }

    public static Response redeem(String member, String reward) {
        return redeem(member, newKey(), Map.of("reward", reward));
    }

    public static Response redeem(String member, String reward, String key) {
        return redeem(member, key, Map.of("reward", reward));
    }

    public static Response redeem(String member, String key, Map<String, String> wish) {
        return as(TestTokens.member(member))
                .header("Idempotency-Key", key)
                .body(wish)
                .post("/v1/me/redemptions");
    }

    /** A redemption that must come about; its id. */
    public static String redeemed(String member, String reward) {
        return redeem(member, reward).then().statusCode(201).extract().path("id");
    }

    public static Response quote(String member, Map<String, ?> request) {
        return as(TestTokens.member(member))
                .header("Idempotency-Key", newKey())
                .body(request)
                .post("/v1/me/quotes");
    }

    /** What support or a shop does to a redemption, under a key of its own. */
    public static Response post(String token, String path, Map<String, ?> body) {
        return as(token).header("Idempotency-Key", newKey()).body(body).post(path);
    }

    public static Response cancel(String id) {
        return as(TestTokens.staff("support")).post("/v1/redemptions/" + id + "/cancel");
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }
}
