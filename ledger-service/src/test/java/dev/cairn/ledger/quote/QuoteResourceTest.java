package dev.cairn.ledger.quote;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.problem;
import static dev.cairn.ledger.Shop.newKey;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.Shop.quote;
import static dev.cairn.ledger.Shop.redeem;
import static dev.cairn.ledger.quote.Bills.RATES;
import static dev.cairn.ledger.quote.Bills.bill;
import static dev.cairn.ledger.quote.Bills.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class QuoteResourceTest {
    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject ForgetQuotesSweep forgetQuotes;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    @Test
    void aPromisedPriceHoldsWhenTheCatalogueChanges() {
        var reward = newReward("'price':10");
        awards.grant(member, 100);
        String quote =
                quote(member, Map.of("reward", reward)).then().statusCode(201).extract().path("id");
        Shop.put(reward, "'price':90").then().statusCode(200);

        String id =
                use(member, quote)
                        .then()
                        .statusCode(201)
                        .body("points", equalTo(10))
                        .extract()
                        .path("id");

        use(member, quote)
                .then()
                .statusCode(409)
                .body("type", problem("quote-used"))
                .body("redemption", equalTo(id));
        awards.awaitBalance(member, 90);
    }

    @Test
    void aQuoteLeadsToOnePurchaseUnderParallelWishes() throws Exception {
        var reward = newReward("'price':10");
        awards.grant(member, 100);
        String quote = quote(member, Map.of("reward", reward)).path("id");
        var wishes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 20; i++) {
            wishes.add(() -> use(member, quote).statusCode());
        }

        assertThat(Calls.atOnce(wishes)).isEqualTo(Map.of(201, 1L, 409, 19L));
        awards.awaitBalance(member, 90);
    }

    @Test
    void aQuoteThatIsTooOldOrForeignIsRefused() {
        var reward = newReward("'price':10");
        awards.grant(member, 100);
        String quote = quote(member, Map.of("reward", reward)).path("id");

        use(newMember(), quote).then().statusCode(404).body("type", problem("not-found"));
        var ends = clock.instant().plus(Duration.ofMinutes(15));
        clock.set(ends);
        use(member, quote)
                .then()
                .statusCode(409)
                .body("type", problem("quote-expired"))
                .body("expiredAt", equalTo(ends.toString()));
        forgetQuotes.run(ends.plus(Duration.ofDays(8)));
        use(member, quote).then().statusCode(404);
        awards.awaitBalance(member, 100);
    }

    @Test
    void theSameKeyPromisesTheSame() {
        var reward = newReward("'price':10");
        var key = newKey();
        var first = asked(key, reward);
        Shop.put(reward, "'price':90").then().statusCode(200);

        var second = asked(key, reward);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.jsonPath().getMap("")).isEqualTo(first.jsonPath().getMap(""));
        asked(key, "coffee").then().statusCode(409);
    }

    private Response asked(String key, String reward) {
        return Shop.as(TestTokens.member(member))
                .header("Idempotency-Key", key)
                .body(Map.of("reward", reward))
                .post("/v1/me/quotes");
    }

    @Test
    void badBillsGetClearAnswers() {
        var pay = newReward(RATES);
        var plain = newReward("'price':10");
        var later = clock.instant().plus(Duration.ofDays(1));
        var future = newReward(RATES.replace("2020-01-01T00:00:00Z", later.toString()));
        bill(member, pay, 10, "EUR")
                .then()
                .statusCode(422)
                .body("type", problem("insufficient-points"))
                .body("required", equalTo(2))
                .body("available", equalTo(0))
                .body("missing", equalTo(2));
        bill(member, pay, 10, "USD")
                .then()
                .statusCode(422)
                .body("type", problem("reward-has-no-such-price"))
                .body("currencies", equalTo(List.of("EUR")));
        bill(member, pay, 0, "EUR").then().statusCode(400);
        bill(member, plain, 10, "EUR").then().statusCode(400).body("field", equalTo("amountMinor"));
        quote(member, Map.of("reward", pay)).then().statusCode(400);
        quote(member, Map.of("reward", pay, "amountMinor", 10)).then().statusCode(400);
        bill(member, future, 10, "EUR")
                .then()
                .statusCode(409)
                .body("opensAt", equalTo(later.toString()));
        quote(member, Map.of("reward", "no-such-thing")).then().statusCode(404);
        redeem(member, pay).then().statusCode(400).body("field", equalTo("quote"));
        redeem(member, newKey(), Map.of("reward", plain, "quote", UUID.randomUUID().toString()))
                .then()
                .statusCode(400);
        redeem(member, newKey(), Map.of()).then().statusCode(400);
    }
}
