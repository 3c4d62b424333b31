package dev.cairn.ledger.quote;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.quote.Bills.RATES;
import static dev.cairn.ledger.quote.Bills.bill;
import static dev.cairn.ledger.quote.Bills.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

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

/** Shops hold and capture what a quote promised. */
@LedgerTest
class HeldQuoteTest {
    @Inject Awards awards;
    @Inject CairnClock clock;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private Response hold(String shop, String quote) {
        return Shop.post(
                TestTokens.pos(shop),
                "/v1/quotes/" + quote + "/hold",
                Map.of("reference", "till 1"));
    }

    private Response capture(String shop, String hold, long points) {
        return Shop.post(
                TestTokens.pos(shop), "/v1/holds/" + hold + "/capture", Map.of("points", points));
    }

    /** References stand in settlement files, which spreadsheets open. */
    @Test
    void aReferenceThatIsAFormulaIsRefused() {
        awards.grant(member, 300);
        String quote = bill(member, newReward(RATES), 100, "EUR").path("id");
        var path = "/v1/quotes/" + quote + "/hold";

        for (var reference : List.of("=1+1", "@x", "", "x".repeat(65))) {
            Shop.post(TestTokens.pos("shop-1"), path, Map.of("reference", reference))
                    .then()
                    .statusCode(400)
                    .body("type", Calls.problem("invalid-request"));
        }
        Shop.post(TestTokens.pos("shop-1"), path, Map.of()).then().statusCode(400);
        hold("shop-1", quote).then().statusCode(201);
    }

    @Test
    void aShopHoldsAndCapturesWhatAQuotePromised() {
        var pay = newReward(RATES);
        awards.grant(member, 300);
        String quote = bill(member, pay, 100, "EUR").path("id");

        var held = hold("shop-1", quote);

        held.then().statusCode(201).body("points", equalTo(200)).body("status", equalTo("held"));
        awards.awaitBalance(member, 100);
        use(member, quote).then().statusCode(409).body("hold", equalTo(held.path("id")));
        hold("shop-1", quote).then().statusCode(409).body("hold", equalTo(held.path("id")));
        capture("shop-2", held.path("id"), 150).then().statusCode(404);
        capture("shop-1", held.path("id"), 150)
                .then()
                .statusCode(200)
                .body("captured", equalTo(150))
                .body("released", equalTo(50));
        awards.awaitBalance(member, 150);
    }

    @Test
    void aQuoteIsEitherHeldOrUsedUnderParallelWishes() throws Exception {
        var pay = newReward(RATES);
        awards.grant(member, 1000);
        String quote = bill(member, pay, 100, "EUR").path("id");
        var wishes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 10; i++) {
            wishes.add(() -> use(member, quote).statusCode());
            wishes.add(() -> hold("shop-1", quote).statusCode());
        }

        assertThat(Calls.atOnce(wishes)).isEqualTo(Map.of(201, 1L, 409, 19L));
        awards.awaitBalance(member, 800);
    }

    @Test
    void aQuoteIsHeldOnlyWhileItIsGoodAndByShopsOnly() {
        var pay = newReward(RATES);
        awards.grant(member, 1000);
        String old = bill(member, pay, 100, "EUR").path("id");
        clock.set(clock.instant().plus(Duration.ofMinutes(15)));

        hold("shop-1", old).then().statusCode(409).body("expiredAt", notNullValue());
        hold("shop-1", UUID.randomUUID().toString()).then().statusCode(404);
        hold("shop-1", "no-id").then().statusCode(404);
        Shop.post(
                        TestTokens.member(member),
                        "/v1/quotes/" + old + "/hold",
                        Map.of("reference", "me"))
                .then()
                .statusCode(403);
    }
}
