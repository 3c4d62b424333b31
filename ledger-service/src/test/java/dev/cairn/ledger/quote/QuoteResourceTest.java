package dev.cairn.ledger.quote;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Shop.newKey;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.Shop.quote;
import static dev.cairn.ledger.Shop.redeem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
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
    private static final String RATES =
            "'payment':{'money':'EUR','rates':[{'version':'2020','since':'2020-01-01T00:00:00Z',"
                    + "'points':100,'minor':50}]}";

    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Database database;
    @Inject ForgetQuotesSweep forgetQuotes;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        Shop.theBooksHold();
    }

    private Response bill(String reward, long minor, String money) {
        return quote(
                member, Map.of("reward", reward, "amountMinor", minor, "moneyCurrency", money));
    }

    private Response use(String who, String quote) {
        return redeem(who, newKey(), Map.of("quote", quote));
    }

    private Response refund(String key, String id, long points) {
        return Shop.as(TestTokens.pos("till-1"))
                .header("Idempotency-Key", key)
                .body(Map.of("points", points))
                .post("/v1/redemptions/" + id + "/refunds");
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
                .body("type", equalTo("https://cairn.dev/problems/quote-used"))
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

        assertThat(Shop.atOnce(wishes)).isEqualTo(Map.of(201, 1L, 409, 19L));
        awards.awaitBalance(member, 90);
    }

    @Test
    void aQuoteThatIsTooOldOrForeignIsRefused() {
        var reward = newReward("'price':10");
        awards.grant(member, 100);
        String quote = quote(member, Map.of("reward", reward)).path("id");

        use(newMember(), quote)
                .then()
                .statusCode(404)
                .body("type", equalTo("https://cairn.dev/problems/not-found"));
        var ends = clock.instant().plus(Duration.ofMinutes(15));
        clock.set(ends);
        use(member, quote)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://cairn.dev/problems/quote-expired"))
                .body("expiredAt", equalTo(ends.toString()));
        forgetQuotes.run(ends.plus(Duration.ofDays(8)));
        use(member, quote).then().statusCode(404);
        awards.awaitBalance(member, 100);
    }

    @Test
    void pointsPayAPartOfABillAtTheRateThatIsNamed() {
        var pay = newReward(RATES);
        awards.grant(member, 301);

        var offered = bill(pay, 1000, "EUR");

        offered.then()
                .statusCode(201)
                .body("points", equalTo(300))
                .body("money.minor", equalTo(150))
                .body("money.currency", equalTo("EUR"))
                .body("money.rate", equalTo("2020"));
        use(member, offered.path("id"))
                .then()
                .statusCode(201)
                .body("points", equalTo(300))
                .body("money.minor", equalTo(150))
                .body("balance", equalTo(1));
    }

    @Test
    void aSmallBillIsPaidWithAsFewPointsAsItNeeds() {
        var pay = newReward(RATES);
        awards.grant(member, 1000);

        bill(pay, 99, "EUR").then().body("points", equalTo(198)).body("money.minor", equalTo(99));
        quote(
                        member,
                        Map.of(
                                "reward",
                                pay,
                                "amountMinor",
                                99,
                                "moneyCurrency",
                                "EUR",
                                "points",
                                51))
                .then()
                .body("points", equalTo(50))
                .body("money.minor", equalTo(25));
    }

    @Test
    void aPaymentComesBackInPartsUntilNothingIsLeft() {
        var pay = newReward(RATES);
        var soon = clock.instant().plus(Duration.ofDays(400));
        awards.publish(
                award(member, "base:soon", 1, 100, null, soon),
                award(member, "base:never", 1, 200));
        awards.awaitBalance(member, 300);
        String id = use(member, bill(pay, 150, "EUR").path("id")).path("id");
        var key = newKey();

        refund(key, id, 101)
                .then()
                .statusCode(201)
                .body("points", equalTo(101))
                .body("money.minor", equalTo(50))
                .body("refundable", equalTo(199))
                .body("balance", equalTo(101));
        refund(key, id, 101).then().statusCode(200).body("refundable", equalTo(199));
        refund(key, id, 102).then().statusCode(409);
        refund(newKey(), id, 200)
                .then()
                .statusCode(422)
                .body("type", equalTo("https://cairn.dev/problems/refund-exceeds-capture"))
                .body("refundable", equalTo(199))
                .body("missing", equalTo(1));
        refund(newKey(), id, 100).then().statusCode(201).body("money.minor", equalTo(50));
        assertThat(expiring()).isEqualTo(1);
        refund(newKey(), id, 99)
                .then()
                .statusCode(201)
                .body("money.minor", equalTo(50))
                .body("status", equalTo("cancelled"))
                .body("balance", equalTo(300));
        assertThat(expiring()).isEqualTo(100);
        refund(newKey(), id, 1).then().statusCode(422).body("refundable", equalTo(0));
        Shop.cancel(id).then().statusCode(200).body("balance", equalTo(300));
    }

    /** Points in the lot that runs out, which was spent first and comes back last. */
    private long expiring() {
        return database.read(
                tx ->
                        tx.first(
                                        """
                                        SELECT remaining
                                        FROM lot
                                        WHERE member_id = ? AND expires_at IS NOT NULL
                                        """,
                                        row -> row.longValue("remaining"),
                                        member)
                                .orElseThrow());
    }

    @Test
    void theRestOfAPaymentCanBeCancelled() {
        var pay = newReward(RATES);
        awards.grant(member, 300);
        String id = use(member, bill(pay, 150, "EUR").path("id")).path("id");
        refund(newKey(), id, 100).then().statusCode(201);

        Shop.cancel(id).then().statusCode(200).body("balance", equalTo(300));
    }

    @Test
    void parallelRefundsNeverGiveBackMoreThanWasPaid() throws Exception {
        var pay = newReward(RATES);
        awards.grant(member, 100);
        String id = use(member, bill(pay, 50, "EUR").path("id")).path("id");
        var wishes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 20; i++) {
            wishes.add(() -> refund(newKey(), id, 30).statusCode());
        }

        assertThat(Shop.atOnce(wishes)).isEqualTo(Map.of(201, 3L, 422, 17L));
        awards.awaitBalance(member, 90);
    }

    @Test
    void badBillsGetClearAnswers() {
        var pay = newReward(RATES);
        var plain = newReward("'price':10");
        var later = clock.instant().plus(Duration.ofDays(1));
        var future = newReward(RATES.replace("2020-01-01T00:00:00Z", later.toString()));
        bill(pay, 10, "EUR")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://cairn.dev/problems/insufficient-points"))
                .body("required", equalTo(2))
                .body("available", equalTo(0))
                .body("missing", equalTo(2));
        bill(pay, 10, "USD")
                .then()
                .statusCode(422)
                .body("type", equalTo("https://cairn.dev/problems/reward-has-no-such-price"))
                .body("currencies", equalTo(List.of("EUR")));
        bill(pay, 0, "EUR").then().statusCode(400);
        bill(plain, 10, "EUR").then().statusCode(400).body("field", equalTo("amountMinor"));
        quote(member, Map.of("reward", pay)).then().statusCode(400);
        quote(member, Map.of("reward", pay, "amountMinor", 10)).then().statusCode(400);
        bill(future, 10, "EUR").then().statusCode(409).body("opensAt", equalTo(later.toString()));
        quote(member, Map.of("reward", "no-such-thing")).then().statusCode(404);
        redeem(member, pay).then().statusCode(400).body("field", equalTo("quote"));
        redeem(member, newKey(), Map.of("reward", plain, "quote", UUID.randomUUID().toString()))
                .then()
                .statusCode(400);
        redeem(member, newKey(), Map.of()).then().statusCode(400);
    }

    private Response hold(String shop, String quote) {
        return Shop.post(
                TestTokens.pos(shop),
                "/v1/quotes/" + quote + "/hold",
                Map.of("reference", "till 1"));
    }

    /** References stand in settlement files, which spreadsheets open. */
    @Test
    void aReferenceThatIsAFormulaIsRefused() {
        awards.grant(member, 300);
        String quote = bill(newReward(RATES), 100, "EUR").path("id");
        var path = "/v1/quotes/" + quote + "/hold";

        for (var reference : List.of("=1+1", "@x", "", "x".repeat(65))) {
            Shop.post(TestTokens.pos("shop-1"), path, Map.of("reference", reference))
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("https://cairn.dev/problems/invalid-request"));
        }
        Shop.post(TestTokens.pos("shop-1"), path, Map.of()).then().statusCode(400);
        hold("shop-1", quote).then().statusCode(201);
    }

    private Response capture(String shop, String hold, long points) {
        return Shop.post(
                TestTokens.pos(shop), "/v1/holds/" + hold + "/capture", Map.of("points", points));
    }

    @Test
    void aShopHoldsAndCapturesWhatAQuotePromised() {
        var pay = newReward(RATES);
        awards.grant(member, 300);
        String quote = bill(pay, 100, "EUR").path("id");

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
        String quote = bill(pay, 100, "EUR").path("id");
        var wishes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 10; i++) {
            wishes.add(() -> use(member, quote).statusCode());
            wishes.add(() -> hold("shop-1", quote).statusCode());
        }

        assertThat(Shop.atOnce(wishes)).isEqualTo(Map.of(201, 1L, 409, 19L));
        awards.awaitBalance(member, 800);
    }

    @Test
    void onlyPaymentsAreHeldAndOnlyWhileTheQuoteIsGood() {
        var plain = newReward("'price':10");
        var pay = newReward(RATES);
        awards.grant(member, 1000);
        String promised = quote(member, Map.of("reward", plain)).path("id");
        String old = bill(pay, 100, "EUR").path("id");
        clock.set(clock.instant().plus(Duration.ofMinutes(15)));

        hold("shop-1", promised).then().statusCode(400);
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

    @Test
    void onlyPaymentsComeBackInPart() {
        var reward = newReward("'price':10");
        awards.grant(member, 10);
        var id = Shop.redeemed(member, reward);

        refund(newKey(), id, 5)
                .then()
                .statusCode(409)
                .body("type", equalTo("https://cairn.dev/problems/step-not-possible"));
        refund(newKey(), UUID.randomUUID().toString(), 5).then().statusCode(404);
        refund(newKey(), id, 0).then().statusCode(400);
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
}
