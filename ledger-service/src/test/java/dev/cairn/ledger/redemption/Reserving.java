package dev.cairn.ledger.redemption;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.Shop;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;

/** What shops do with rewards that they reserve for members, over HTTP. */
final class Reserving {
    static final String SHOP = TestTokens.pos("shop-1");

    private Reserving() {}

    /** What a member was promised of a reward; the id of the quote. */
    static String quoted(String member, String reward) {
        return Shop.quote(member, Map.of("reward", reward))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static Response hold(String quote) {
        return hold(quote, Calls.newKey());
    }

    static Response hold(String quote, String key) {
        var path = "/v1/quotes/" + quote + "/hold";
        return Calls.post(SHOP, path, Map.of("reference", "basket 7"), key);
    }

    static Response reserve(String member, String reward) {
        return hold(quoted(member, reward));
    }

    /** A reservation that must come about; the id of the hold and of the redemption. */
    static String reserved(String member, String reward) {
        return reserve(member, reward).then().statusCode(201).extract().path("id");
    }

    static Response change(String id, String what, Map<String, ?> body) {
        return Calls.post(SHOP, "/v1/holds/" + id + "/" + what, body);
    }

    static Response capture(String id) {
        return change(id, "capture", Map.of());
    }

    static ValidatableResponse captured(String id) {
        return capture(id).then().statusCode(200);
    }

    static ValidatableResponse voided(String id) {
        return change(id, "void", Map.of()).then().statusCode(200);
    }

    static ValidatableResponse seen(String id) {
        return Calls.get(SHOP, "/v1/holds/" + id).then().statusCode(200);
    }

    static Instant lapsesAt(String id) {
        return Instant.parse(seen(id).extract().path("lapsesAt"));
    }

    static ValidatableResponse mine(String member, String id) {
        return Calls.get(TestTokens.member(member), "/v1/me/redemptions/" + id).then();
    }
}
