package dev.cairn.ledger.partner;

import static dev.cairn.ledger.Calls.atOnce;
import static dev.cairn.ledger.Calls.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class PartnerResourceTest {
    @Inject Awards awards;

    private final Till till = new Till();

    @BeforeEach
    void aPartnerAcceptsPoints() {
        till.opens();
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    @Test
    void managersTakePartnersOnAndOnlyAddRates() {
        till.define(till.definition()).then().statusCode(200).body("rates.size()", equalTo(1));
        till.define(till.with("rates", List.of(Till.rate("2026-1", "2026-01-01T00:00:00Z", 1, 3))))
                .then()
                .statusCode(400)
                .body("detail", containsString("2026-1"));
        till.define(till.with("moneyCurrency", "USD"))
                .then()
                .statusCode(400)
                .body("field", equalTo("moneyCurrency"));
        till.define(till.with("moneyCurrency", "ZZZ")).then().statusCode(400);
        till.define(till.with("currency", "gems"))
                .then()
                .statusCode(422)
                .body("type", problem("currency-unknown"));
        till.define(till.with("rates", List.of())).then().statusCode(400);
        var twice = Till.rate("2026-5", "2026-05-01T00:00:00Z", 1, 3);
        till.define(till.with("rates", List.of(twice, twice))).then().statusCode(400);
        till.define(till.with("rates", List.of(Till.rate("x", "2026-01-01T00:00:00Z", 0, 3))))
                .then()
                .statusCode(400);
        Till.define("p-" + UUID.randomUUID(), till.definition())
                .then()
                .statusCode(400)
                .body("detail", containsString("another partner"));
        Till.define("Not An Id", till.definition()).then().statusCode(400);
        given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .queryParam("limit", 200)
                .get("/v1/partners")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(till.partner))
                .body("items.id", not(hasItem("Not An Id")));
    }

    @Test
    void aRateThatIsNotInForceYetQuotesNothing() {
        var id = "p-" + UUID.randomUUID();
        var body = till.with("rates", List.of(Till.rate("1", "2099-01-01T00:00:00Z", 1, 2)));
        body.put("client", id + "-till");
        Till.define(id, body).then().statusCode(201);

        Calls.post(Till.token(id), "/v1/partner/quotes", Map.of("code", till.code(), "points", 10))
                .then()
                .statusCode(409);
    }

    @Test
    void aPartnerThatWasSwitchedOffEndsWhatItBegan() {
        awards.grant(till.member, 1000);
        var id = till.reserved(100);
        var quote = till.quoted(100);
        till.define(till.with("active", false)).then().statusCode(200);

        till.quote(Map.of("points", 10)).statusCode(409).body("type", problem("partner-inactive"));
        till.reserve(quote).statusCode(409);
        till.change(id, "capture", Map.of()).statusCode(200);
        till.change(id, "refunds", Map.of("points", 10)).statusCode(201);
    }

    @Test
    void aForeignPurchaseDoesNotExist() {
        awards.grant(till.member, 1000);
        var other = "p-" + UUID.randomUUID();
        var body = till.definition();
        body.put("client", other + "-till");
        Till.define(other, body).then().statusCode(201);
        var quote = till.quoted(50);
        var id = till.reserved(100);

        for (var what : List.of("capture", "void", "refunds")) {
            var path = "/v1/partner/holds/" + id + "/" + what;
            Calls.post(Till.token(other), path, Map.of()).then().statusCode(404);
        }
        Calls.post(
                        Till.token(other),
                        "/v1/partner/holds",
                        Map.of("quote", quote, "reference", "mine"))
                .then()
                .statusCode(404);
        see(Till.token(other), "/v1/partner/holds/" + id).statusCode(404);
        see(till.token(), "/v1/partner/holds/" + id).statusCode(200).body("held", equalTo(200));
        see(Till.token(other), "/v1/partners/" + till.partner + "/settlements").statusCode(403);
        see(Till.token("nobody"), "/v1/partner/holds/" + id)
                .statusCode(404)
                .body("type", problem("partner-unknown"));
        see(TestTokens.pos(till.partner + "-till"), "/v1/holds/" + id).statusCode(404);
    }

    private static ValidatableResponse see(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    @Test
    void theMonthsBudgetHoldsUnderParallelPurchases() throws Exception {
        awards.grant(till.member, 5000);
        till.define(till.with("monthlyBudget", 1000)).then().statusCode(200);
        var quotes = new ArrayList<String>();
        for (var i = 0; i < 10; i++) {
            quotes.add(till.quoted(100));
        }

        var answers =
                atOnce(
                        quotes.stream()
                                .<Callable<Integer>>map(
                                        quote -> () -> till.reserve(quote).extract().statusCode())
                                .toList());

        assertThat(answers).isEqualTo(Map.of(201, 5L, 409, 5L));
        till.reserve(till.quoted(50))
                .statusCode(409)
                .body("type", problem("partner-limit-reached"))
                .body("limit", equalTo(1000))
                .body("used", equalTo(1000))
                .body("available", equalTo(0))
                .body("missing", equalTo(100));
    }

    @Test
    void whatIsCalledOffDoesNotCountAgainstTheBudget() {
        awards.grant(till.member, 5000);
        till.define(till.with("monthlyBudget", 200)).then().statusCode(200);
        var id = till.reserved(100);
        till.change(id, "void", "").statusCode(200).body("status", equalTo("voided"));

        till.reserve(till.quoted(100)).statusCode(201);
    }
}
