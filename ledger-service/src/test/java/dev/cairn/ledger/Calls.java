package dev.cairn.ledger;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.testing.TestTokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;

/** Calls the ledger as its callers do. */
public final class Calls {
    private Calls() {}

    /** A command under a key of its own. */
    public static Response post(String token, String path, Object body) {
        return post(token, path, body, newKey());
    }

    public static Response post(String token, String path, Object body, String key) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }

    public static Response get(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }

    public static Response put(String token, String path, Object body) {
        return given().auth().oauth2(token).contentType("application/json").body(body).put(path);
    }

    public static Response delete(String token, String path) {
        return given().auth().oauth2(token).header("Idempotency-Key", newKey()).delete(path);
    }

    public static String newKey() {
        return UUID.randomUUID().toString();
    }

    public static ValidatableResponse points(String member) {
        return get(TestTokens.member(member), "/v1/me/points").then().statusCode(200);
    }

    /** Freezes a member, as support does. */
    public static void freeze(String member) {
        put(
                        TestTokens.staff("support"),
                        "/v1/members/" + member + "/freeze",
                        java.util.Map.of("reason", "fraud"))
                .then()
                .statusCode(200);
    }

    /** A refusal of this kind. */
    public static ValidatableResponse refused(Response response, int status, String kind) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("https://cairn.dev/problems/" + kind));
    }

    /** Proves the whole ledger. */
    public static void theBooksHold() {
        get(TestTokens.staff("auditor"), "/v1/proof")
                .then()
                .statusCode(200)
                .body("checks.findAll { !it.holds }", equalTo(List.of()));
    }
}
