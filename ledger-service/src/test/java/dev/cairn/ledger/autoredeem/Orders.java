package dev.cairn.ledger.autoredeem;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Calls;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;

/** What members do with their standing orders, over HTTP. */
final class Orders {
    static final String PATH = "/v1/me/auto-redeem";

    private Orders() {}

    /** Switches it on; it must be possible. */
    static ValidatableResponse on(String member, String reward, long reserve) {
        return put(member, Map.of("reward", reward, "reserve", reserve)).statusCode(200);
    }

    static ValidatableResponse put(String member, Object body) {
        return Calls.put(TestTokens.member(member), PATH, body).then();
    }

    static ValidatableResponse of(String member) {
        return Calls.get(TestTokens.member(member), PATH).then().statusCode(200);
    }

    static ValidatableResponse off(String member) {
        return Calls.delete(TestTokens.member(member), PATH).then().statusCode(200);
    }

    /** What the member has taken, newest first. */
    static List<Map<String, Object>> taken(String member) {
        return Calls.get(TestTokens.member(member), "/v1/me/redemptions")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }
}
