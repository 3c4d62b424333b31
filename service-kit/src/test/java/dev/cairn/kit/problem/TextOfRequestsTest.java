package dev.cairn.kit.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import dev.cairn.kit.KitTest;
import dev.cairn.kit.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that no database keeps, through every door. */
@KitTest
class TextOfRequestsTest {
    private static final String BODY =
            """
            {"name":"%s","amount":1}""";

    @TestHTTPResource("/v1/samples")
    URI samples;

    private static RequestSpecification member() {
        return given().auth()
                .oauth2(TestTokens.member("m-1"))
                .urlEncodingEnabled(false)
                .contentType("application/json");
    }

    private static void refused(Response response, String field) {
        response.then()
                .statusCode(400)
                .body("type", equalTo("https://cairn.dev/problems/invalid-request"))
                .body("field", equalTo(field))
                .body("detail", containsString("U+0000"))
                .body("detail", not(containsString("ab")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab\\u0000", "ab\\ud83d", "\\ude00ab"})
    void aBody(String name) {
        var key = UUID.randomUUID().toString();
        refused(
                member().header("Idempotency-Key", key)
                        .body(BODY.formatted(name))
                        .post("/v1/samples"),
                "name");

        member().header("Idempotency-Key", key)
                .body(BODY.formatted("ab"))
                .post("/v1/samples")
                .then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource({"/ab%00, name", "/ab%00?without=b, name", "/a?without=ab%00, without"})
    void aPathOrAQuery(String rest, String field) {
        refused(member().get("/v1/samples" + rest), field);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/%F0%9F%98%80", "/a?without=%F0%9F%98%80", "/a?other=%00", "/%ED%A0%80"})
    void whatCanBeKeptIsLookedFor(String rest) {
        var status = member().get("/v1/samples" + rest).statusCode();

        assertThat(status).isIn(200, 400);
    }

    @Test
    void aStrangerLearnsNothing() {
        given().urlEncodingEnabled(false).get("/v1/samples/ab%00").then().statusCode(401);
    }

    @Test
    void aHeader() throws IOException {
        var request =
                """
                POST /v1/samples HTTP/1.1
                Host: here
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: 23
                Connection: close
                Idempotency-Key: ab\0

                {"name":"a","amount":1}"""
                        .formatted(TestTokens.member("m-1"))
                        .replace("\n", "\r\n");
        try (var socket = new Socket(samples.getHost(), samples.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

            assertThat(answer).startsWith("HTTP/1.1 400 ");
        }
    }
}
