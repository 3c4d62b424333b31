package dev.cairn.kit.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.KitTest;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TestTokens;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@KitTest
class IdempotencyTest {
    @Inject Database database;

    private static Response post(String member, String key, String name) {
        return given().auth()
                .oauth2(TestTokens.member(member))
                .contentType("application/json")
                .header(IdempotencyKey.HEADER, key)
                .body("{\"name\":\"" + name + "\",\"amount\":1}")
                .post("/v1/samples");
    }

    private long effects(String name) {
        return database.read(
                tx ->
                        tx.first(
                                        "SELECT count(*) AS n FROM seen WHERE key = ?",
                                        row -> row.longValue("n"),
                                        name)
                                .orElseThrow());
    }

    @Test
    void aRepetitionGetsTheFirstAnswerAndHasNoEffect() {
        var key = UUID.randomUUID().toString();
        post("m-1", key, key).then().statusCode(201).body("for", equalTo("m-1"));

        post("m-1", key, key).then().statusCode(200).body("for", equalTo("m-1"));

        assertThat(effects(key)).isEqualTo(1);
    }

    @Test
    void otherContentUnderTheSameKeyIsRefused() {
        var key = UUID.randomUUID().toString();
        post("m-1", key, key).then().statusCode(201);

        post("m-1", key, key + "-other").then().statusCode(409);

        assertThat(effects(key + "-other")).isZero();
    }

    @Test
    void anotherCallersKeyRevealsNothing() {
        var key = UUID.randomUUID().toString();
        post("m-1", key, key).then().statusCode(201);

        post("m-2", key, key).then().statusCode(201).body("for", equalTo("m-2"));
    }

    @Test
    void ofTwentyAtOnceOneHasTheEffect() throws Exception {
        var key = UUID.randomUUID().toString();
        var codes = new ArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<Integer>>();
            for (var i = 0; i < 20; i++) {
                Callable<Integer> call = () -> post("m-1", key, key).statusCode();
                calls.add(threads.submit(call));
            }
            for (var call : calls) {
                codes.add(call.get());
            }
        }

        assertThat(effects(key)).isEqualTo(1);
        assertThat(codes).containsOnlyOnce(201).contains(200).hasSize(20);
    }
}
