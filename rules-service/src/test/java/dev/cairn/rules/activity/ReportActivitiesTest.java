package dev.cairn.rules.activity;

import static dev.cairn.rules.Till.purchase;
import static dev.cairn.rules.Till.report;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.rules.RulesTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a shop reports, one activity at a time. */
@RulesTest
class ReportActivitiesTest {
    private static final String TIME = "2026-02-10T10:00:00Z";

    private final String id = "o-" + UUID.randomUUID();
    private final String member = "m-" + UUID.randomUUID();

    private String receipt() {
        return purchase(id, member, TIME, 1299);
    }

    @Test
    void aPurchaseIsAccepted() {
        report(receipt())
                .statusCode(202)
                .body("id", equalTo(id))
                .body("status", equalTo("accepted"));
    }

    @Test
    void theSameAgainIsADuplicate() {
        report(receipt()).statusCode(202);
        report(receipt()).statusCode(202).body("status", equalTo("duplicate"));
    }

    @Test
    void theSameIdWithOtherContentIsRefused() {
        report(receipt()).statusCode(202);
        report(purchase(id, member, TIME, 1))
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", endsWith("/activity-id-reused"));
    }

    @Test
    void twoClientsMayUseTheSameId() {
        report(receipt()).statusCode(202);
        given().auth()
                .oauth2(TestTokens.pos("other-shop"))
                .contentType("application/json")
                .body(purchase(id, member, TIME, 1))
                .post("/v1/activities")
                .then()
                .statusCode(202)
                .body("status", equalTo("accepted"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "quantity":2          | "quantity":0            | 400 | invalid-request | lines[0].quantity
                    "quantity":2          | "quantity":-1           | 400 | invalid-request | lines[0].quantity
                    "quantity":2          | "quantity":1.5          | 400 | invalid-request | lines[0].quantity
                    "quantity":2          | "quantity":"2"          | 400 | invalid-request | lines[0].quantity
                    "quantity":2          | "quantity":null         | 400 | invalid-request | lines[0].quantity
                    "unitPrice":1299      | "unitPrice":-1          | 400 | invalid-request | lines[0].unitPrice
                    "unitPrice":1299      | "unitPrice":1000000000000 | 400 | invalid-request | lines[0].unitPrice
                    "unitPrice":1299      | "unitPrice":9999999999999999999999 | 400 | invalid-request | lines[0].unitPrice
                    "unitPrice":1299      | "price":1299            | 400 | unknown-field   | lines[0].price
                    "sku":"A"             | "sku":5                 | 400 | invalid-request | lines[0].sku
                    "currency":"GBP"      | "currency":"CHF"        | 422 | unknown-currency |
                    "currency":"GBP"      | "currency":"gold"       | 422 | unknown-currency |
                    "currency":"GBP",     | "currency":null,        | 400 | invalid-request | currency
                    "kind":"purchase"     | "kind":"Purchase"       | 400 | invalid-request | kind
                    "kind":"purchase"     | "kind":"return","of":"x" | 400 | invalid-request | currency
                    "kind":"purchase"     | "kind":"visit"          | 400 | invalid-request | lines
                    "kind":"purchase",    | ''                      | 400 | invalid-request | kind
                    2026-02-10T10:00:00Z  | 2126-02-10T10:00:00Z    | 422 | event-time-in-future |
                    2026-02-10T10:00:00Z  | 1996-12-31T23:59:59Z    | 422 | event-time-before-programme |
                    2026-02-10T10:00:00Z  | 2026-02-10T10:00:00     | 400 | invalid-request | time
                    2026-02-10T10:00:00Z  | yesterday               | 400 | invalid-request | time
                    "time":               | "colour":"red","time":  | 400 | unknown-field   | colour
                    """)
    void badInputGetsAClearAnswer(
            String good, String bad, int status, String problem, String field) {
        var body = receipt().replace(good, bad);
        assertThat(body).isNotEqualTo(receipt());

        report(body)
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", endsWith("/" + problem))
                .body("field", field == null ? nullValue() : equalTo(field));
    }

    @Test
    void brokenJsonIsRefused() {
        report("{\"id\":").statusCode(400).body("type", endsWith("/malformed-json"));
        report("").statusCode(400).body("type", endsWith("/malformed-json"));
        report("{\"id\":\"a\",\"id\":\"b\"}").statusCode(400);
        report("\"hello\"").statusCode(400).body("type", endsWith("/invalid-request"));
        report("null").statusCode(400).body("type", endsWith("/invalid-request"));
    }

    @Test
    void memberIdsHaveAForm() {
        report(purchase(id, "no member", TIME, 5)).statusCode(400).body("field", equalTo("member"));
    }

    @Test
    void aLineMayBeThereOnlyOnce() {
        var line = "{\"line\":\"1\",\"sku\":\"B\",\"quantity\":1,\"unitPrice\":1}";
        report(receipt().replace("\"lines\":[", "\"lines\":[" + line + ","))
                .statusCode(400)
                .body("field", equalTo("lines[1].line"));
    }

    @Test
    void otherActivitiesNeedNoLines() {
        report(
                        """
                        {"id":"%s","member":"%s","kind":"visit","time":"%s",
                         "attributes":{"store":"7"}}
                        """
                                .formatted(id, member, "2026-02-10T11:00:00+01:00"))
                .statusCode(202);
    }

    @Test
    void theSameReportAtTheSameMomentIsAcceptedOnce() {
        var statuses = Collections.synchronizedList(new ArrayList<String>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 8; i++) {
                threads.submit(
                        () ->
                                statuses.add(
                                        report(receipt())
                                                .statusCode(202)
                                                .extract()
                                                .path("status")));
            }
        }
        assertThat(statuses).hasSize(8).containsOnlyOnce("accepted");
    }

    @Test
    void onlyShopsReport() {
        given().contentType("application/json")
                .body(receipt())
                .post("/v1/activities")
                .then()
                .statusCode(401)
                .body("type", endsWith("/unauthenticated"));
        given().auth()
                .oauth2(TestTokens.member(member))
                .contentType("application/json")
                .body(receipt())
                .post("/v1/activities")
                .then()
                .statusCode(403)
                .body("type", endsWith("/forbidden"));
    }

    @Test
    void otherMediaTypesAreRefused() {
        report("<a/>", "application/xml").statusCode(415);
    }
}
