package dev.cairn.ledger.hold;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Calls;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;

/** What shops do with members' points, over HTTP. */
final class HoldCalls {
    private HoldCalls() {}

    static Response post(String path, String client, String key, Object body) {
        return Calls.post(TestTokens.pos(client), path, body, key);
    }

    static Map<String, Object> wish(String member, long points) {
        var wish = new HashMap<String, Object>();
        wish.put("member", member);
        wish.put("points", points);
        wish.put("reference", "order 7");
        return wish;
    }

    static ValidatableResponse place(String member, long points) {
        return post("/v1/holds", "shop", Calls.newKey(), wish(member, points)).then();
    }

    /** A hold that must come about; its id. */
    static String placed(String member, long points) {
        return place(member, points).statusCode(201).extract().path("id");
    }

    static Response change(String id, String what, Object body) {
        return post("/v1/holds/" + id + "/" + what, "shop", Calls.newKey(), body);
    }

    static ValidatableResponse see(String token, String id) {
        return Calls.get(token, "/v1/holds/" + id).then();
    }
}
