package dev.cairn.ledger;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.testing.TestTokens;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.hamcrest.Matcher;

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

    /** A call without a body, and so without a media type; what is answered. */
    public static String bare(URI server, String token, String path) throws Exception {
        var call =
                HttpRequest.newBuilder(server.resolve(path))
                        .header("Authorization", "Bearer " + token)
                        .header("Idempotency-Key", newKey())
                        .POST(BodyPublishers.noBody())
                        .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(call, BodyHandlers.ofString()).body();
        }
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
                        Map.of("reason", "fraud"))
                .then()
                .statusCode(200);
    }

    /** Lets the service's clock show this time; sweeps run by it. */
    public static void passUntil(URI management, Instant now) {
        given().contentType("application/json")
                .body(Map.of("now", now.toString()))
                .put(management.resolve("/clock"))
                .then()
                .statusCode(200);
    }

    /** Makes the calls all at once; how often each status was answered. */
    public static Map<Integer, Long> atOnce(List<Callable<Integer>> calls) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(calls).stream()
                    .map(future -> future.resultNow())
                    .collect(groupingBy(status -> status, counting()));
        }
    }

    /** The type of a refusal of this kind. */
    public static Matcher<String> problem(String kind) {
        return equalTo("https://cairn.dev/problems/" + kind);
    }

    /** A refusal of this kind. */
    public static ValidatableResponse refused(Response response, int status, String kind) {
        return response.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", problem(kind));
    }

    /** Proves the whole ledger. */
    public static void theBooksHold() {
        get(TestTokens.staff("auditor"), "/v1/proof")
                .then()
                .statusCode(200)
                .body("checks.findAll { !it.holds }", equalTo(List.of()))
                .body("holds", equalTo(true));
    }
}
