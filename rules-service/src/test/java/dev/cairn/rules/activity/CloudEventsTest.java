package dev.cairn.rules.activity;

import static dev.cairn.rules.Till.report;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.rules.RulesTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RulesTest
class CloudEventsTest {
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final String DATA =
            """
            {"kind":"purchase","currency":"EUR",
             "lines":[{"line":"1","sku":"A","quantity":1,"unitPrice":500}]}
            """;

    private final String id = "ce-" + UUID.randomUUID();
    private final String member = "m-" + UUID.randomUUID();

    private String event() {
        return """
               {"specversion":"1.0","id":"%s","source":"shop/till-1","subject":"%s",
                "type":"dev.cairn.activity.recorded.v1","time":"2026-02-10T10:00:00Z",
                "datacontenttype":"application/json","traceparent":"00-1-2-01","data":%s}
               """
                .formatted(id, member, DATA);
    }

    @Test
    void aStructuredEventIsAccepted() {
        report(event(), STRUCTURED).statusCode(202).body("id", equalTo(id));
        report(event(), STRUCTURED).statusCode(202).body("status", equalTo("duplicate"));
    }

    @Test
    void aBatchOfEventsIsAccepted() {
        report("[" + event() + "," + event().replace("1.0", "0.3") + "]", BATCH)
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("items[0].index", equalTo(1))
                .body("items[0].problem.field", equalTo("specversion"));
    }

    @Test
    void aBinaryEventIsAccepted() {
        given().auth()
                .oauth2(TestTokens.pos("shop"))
                .contentType("application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", id)
                .header("ce-source", "shop")
                .header("ce-type", "dev.cairn.activity.recorded.v1")
                .header("ce-subject", member)
                .header("ce-time", "2026-02-10T10:00:00Z")
                .body(DATA)
                .post("/v1/activities")
                .then()
                .statusCode(202)
                .body("id", equalTo(id));
    }

    @Test
    void returnsAndVoidsAreEventsToo() {
        report(event(), STRUCTURED).statusCode(202);
        report(
                        event().replace(id, id + "-r")
                                .replace("recorded", "returned")
                                .replace(
                                        DATA,
                                        "{\"of\":\"%s\",\"lines\":[{\"line\":\"1\",\"quantity\":1}]}"
                                                .formatted(id)),
                        STRUCTURED)
                .statusCode(202);
        report(
                        event().replace(id, id + "-v")
                                .replace("recorded", "voided")
                                .replace(DATA, "{\"of\":\"%s\"}".formatted(id)),
                        STRUCTURED)
                .statusCode(202);
    }

    @Test
    void aClientCannotSpeakForAnother() {
        for (var source : new String[] {"shopping/till-1", "bank", ""}) {
            report(event().replace("shop/till-1", source), STRUCTURED)
                    .statusCode(403)
                    .body("type", endsWith("/foreign-source"));
        }
        report(event().replace("\"kind\"", "\"source\":\"bank\",\"kind\""), STRUCTURED)
                .statusCode(400)
                .body("field", equalTo("data.source"));
    }

    @ParameterizedTest
    @CsvSource({"shop/till-1, source", "A, lines[0].sku", "cause-of-all, causationid"})
    void textThatCannotBeKeptIsRefused(String before, String field) {
        var event = event().replace("\"subject\"", "\"causationid\":\"cause-of-all\",\"subject\"");

        for (var bad : new String[] {"\\u0000", "\\ud83d"}) {
            report(event.replace('"' + before + '"', '"' + before + bad + '"'), STRUCTURED)
                    .statusCode(400)
                    .body("type", endsWith("/invalid-request"))
                    .body("field", equalTo(field));
        }
        report(event, STRUCTURED).statusCode(202);
    }

    @Test
    void badEventsGetAClearAnswer() {
        report(event().replace("activity.recorded", "points.earned"), STRUCTURED)
                .statusCode(400)
                .body("field", equalTo("type"));
        report(event().replace("\"subject\"", "\"sub\""), STRUCTURED)
                .statusCode(400)
                .body("field", equalTo("member"));
        report(event().replace("\"quantity\":1", "\"quantity\":0"), STRUCTURED).statusCode(400);
        report(event().replace("\"currency\"", "\"colour\""), STRUCTURED)
                .statusCode(400)
                .body("type", endsWith("/unknown-field"));
        report("[]", STRUCTURED).statusCode(400);
    }
}
