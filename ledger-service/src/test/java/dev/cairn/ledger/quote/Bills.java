package dev.cairn.ledger.quote;

import static dev.cairn.ledger.Shop.newKey;
import static dev.cairn.ledger.Shop.quote;
import static dev.cairn.ledger.Shop.redeem;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Shop;
import io.restassured.response.Response;
import java.util.Map;

/** Bills that members pay with points, at two points a cent. */
final class Bills {
    static final String RATES =
            "'payment':{'money':'EUR','rates':[{'version':'2020','since':'2020-01-01T00:00:00Z',"
                    + "'points':100,'minor':50}]}";

    private Bills() {}

    static Response bill(String member, String reward, long minor, String money) {
        return quote(
                member, Map.of("reward", reward, "amountMinor", minor, "moneyCurrency", money));
    }

    static Response use(String who, String quote) {
        return redeem(who, newKey(), Map.of("quote", quote));
    }

    static Response refund(String key, String id, long points) {
        return Shop.as(TestTokens.pos("till-1"))
                .header("Idempotency-Key", key)
                .body(Map.of("points", points))
                .post("/v1/redemptions/" + id + "/refunds");
    }
}
