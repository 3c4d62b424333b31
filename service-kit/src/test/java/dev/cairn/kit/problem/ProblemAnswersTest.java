package dev.cairn.kit.problem;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import dev.cairn.kit.KitTest;
import dev.cairn.kit.testing.TestTokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@KitTest
class ProblemAnswersTest {
    private static final String PROBLEM = "application/problem+json";

    @TestHTTPResource("/")
    URI server;

    private static RequestSpecification member() {
        return given().auth().oauth2(TestTokens.member("m-1")).contentType("application/json");
    }

    private static ValidatableResponse post(String body) {
        return member().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(body)
                .post("/v1/samples")
                .then();
    }

    private static void expect(ValidatableResponse response, int status, String slug) {
        response.statusCode(status)
                .contentType(PROBLEM)
                .body("type", equalTo("https://cairn.dev/problems/" + slug))
                .body("status", is(status));
    }

    @Test
    void malformedJsonNamesThePlace() {
        var response = post("{\"name\":\"a\",");
        expect(response, 400, "malformed-json");
        response.body("detail", containsString("line 1"));
    }

    @Test
    void anUnknownFieldIsNamed() {
        var response = post("{\"name\":\"a\",\"amount\":1,\"balance\":9}");
        expect(response, 400, "unknown-field");
        response.body("field", equalTo("balance"));
    }

    @Test
    void aFieldTwiceIsMalformed() {
        expect(post("{\"name\":\"a\",\"name\":\"b\",\"amount\":1}"), 400, "malformed-json");
    }

    @Test
    void aBodyOfAnotherKindIsJsonNevertheless() {
        for (var body : List.of("[\"a\"]", "\"a\"", "7")) {
            expect(post(body), 400, "invalid-request");
        }
        expect(post("{\"name\":\"a\",\"amount\":1} {}"), 400, "malformed-json");
    }

    @Test
    void aLimitThatIsNoNumberIsNamed() {
        for (var limit : List.of("abc", "1.5", "99999999999")) {
            var response = member().get("/v1/samples/list?limit=" + limit).then();
            expect(response, 400, "invalid-request");
            response.body("field", equalTo("limit"));
        }
        expect(member().get("/v1/samples/list/x").then(), 404, "not-found");
        member().get("/v1/samples/list?limit=7").then().statusCode(200).body(equalTo("7"));
    }

    @Test
    void aKeyThatNobodyCanReadIsNamed() {
        var response =
                member().header("Idempotency-Key", "a b")
                        .body("{\"name\":\"a\",\"amount\":1}")
                        .post("/v1/samples")
                        .then();
        expect(response, 400, "invalid-request");
        response.body("field", equalTo("Idempotency-Key"));
    }

    /** Told by its header alone; nobody has to send so much to learn that it is too much. */
    @Test
    void aBodyThatIsTooLargeIsRefusedLikeAllElse() throws IOException {
        var most = 5 * 1024 * 1024;
        var head = "POST /v1/samples HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n";
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream().write(head.formatted(most + 1).getBytes(UTF_8));

            var answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 413 ")
                    .containsIgnoringCase("content-type: " + PROBLEM)
                    .contains("problems/payload-too-large")
                    .contains("\"most\":" + most);
        }
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "name, 5, 1",
                "name, 1.5, 1",
                "name, true, 1",
                "amount, \"a\", \"1\"",
                "amount, \"a\", \"\"",
                "amount, \"a\", true"
            })
    void aValueOfAnotherKindIsNotGuessed(String field, String name, String amount) {
        var response = post("{\"name\":%s,\"amount\":%s}".formatted(name, amount));
        expect(response, 400, "invalid-request");
        response.body("field", equalTo(field));
    }

    @Test
    void aFractionIsNotAnAmount() {
        var response = post("{\"name\":\"a\",\"amount\":1.5}");
        expect(response, 400, "invalid-request");
        response.body("field", equalTo("amount")).body("detail", not(containsString("1.5")));
    }

    @Test
    void everyInvalidFieldIsListed() {
        var response = post("{\"name\":\"\",\"amount\":0}");
        expect(response, 400, "invalid-request");
        response.body("errors.size()", is(2))
                .body("errors[0].field", equalTo("amount"))
                .body("errors[1].field", equalTo("name"));
    }

    @Test
    void aMissingKeyIsAskedFor() {
        expect(
                member().body("{\"name\":\"a\",\"amount\":1}").post("/v1/samples").then(),
                400,
                "idempotency-key-missing");
    }

    @Test
    void withoutATokenTheAnswerIs401() {
        var response = given().post("/v1/samples").then();
        expect(response, 401, "unauthenticated");
        response.header("WWW-Authenticate", equalTo("Bearer"));
    }

    @Test
    void anExpiredTokenIs401() {
        var token = TestTokens.of("m-1", "cairn-app", "member").expired().token();
        expect(given().auth().oauth2(token).post("/v1/samples").then(), 401, "unauthenticated");
    }

    @Test
    void aTokenForAnotherAudienceIs401() {
        var token = TestTokens.of("m-1", "cairn-app", "member").forAudience("other").token();
        expect(given().auth().oauth2(token).post("/v1/samples").then(), 401, "unauthenticated");
    }

    @Test
    void anotherRoleIs403() {
        expect(
                given().auth()
                        .oauth2(TestTokens.staff("auditor"))
                        .contentType("application/json")
                        .body("{}")
                        .post("/v1/samples")
                        .then(),
                403,
                "forbidden");
    }

    @Test
    void anEndpointWithoutRolesAnswersNobody() {
        expect(member().get("/v1/samples").then(), 403, "forbidden");
    }

    @Test
    void anUnknownPathIs404() {
        expect(member().get("/v1/nothing").then(), 404, "not-found");
    }

    @Test
    void anotherMediaTypeIs415() {
        expect(
                member().contentType("text/plain").body("x").post("/v1/samples").then(),
                415,
                "unsupported-media-type");
    }
}
