package dev.cairn.rules;

import static io.restassured.RestAssured.given;

import dev.cairn.kit.testing.TestTokens;
import io.restassured.response.ValidatableResponse;
import java.util.List;

/** A shop's till, and the app of its customers. */
public final class Till {
    /** The client that the till's token names. */
    public static final String CLIENT = "shop";

    private Till() {}

    public static ValidatableResponse report(String body) {
        return report(body, "application/json");
    }

    public static ValidatableResponse report(String body, String mediaType) {
        return given().auth()
                .oauth2(TestTokens.pos(CLIENT))
                .contentType(mediaType)
                .body(body)
                .post("/v1/activities")
                .then();
    }

    public static ValidatableResponse report(List<String> items) {
        return report("[" + String.join(",", items) + "]");
    }

    /** A purchase of one line with two pieces. */
    public static String purchase(String id, String member, String time, long unitPrice) {
        return """
               {"id":"%s","member":"%s","kind":"purchase","time":"%s","currency":"GBP",
                "lines":[{"line":"1","sku":"A","category":"coffee","quantity":2,"unitPrice":%d}]}
               """
                .formatted(id, member, time, unitPrice);
    }

    public static String back(String id, String member, String of, String time, long quantity) {
        return """
               {"id":"%s","member":"%s","kind":"return","of":"%s","time":"%s",
                "lines":[{"line":"1","quantity":%d}]}
               """
                .formatted(id, member, of, time, quantity);
    }

    public static String voided(String id, String member, String of, String time) {
        return """
               {"id":"%s","member":"%s","kind":"void","of":"%s","time":"%s","reason":"mistake"}
               """
                .formatted(id, member, of, time);
    }

    public static ValidatableResponse progress(String member) {
        return given().auth()
                .oauth2(TestTokens.member(member))
                .get("/v1/me/progress")
                .then()
                .statusCode(200);
    }

    public static ValidatableResponse awards(String member) {
        return given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .queryParam("limit", 200)
                .get("/v1/members/{id}/awards", member)
                .then()
                .statusCode(200);
    }
}
