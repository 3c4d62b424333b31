package dev.cairn.ledger.partner;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.get;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.People;
import dev.cairn.ledger.erasure.Traces;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner's words about a purchase go with the member; the money stays. */
@LedgerTest
class PartnerErasureTest {
    @Inject Awards awards;
    @Inject People people;
    @Inject Traces traces;
    @Inject CairnClock clock;

    private final String member = newMember();
    private final String partner = "p-" + newKey();
    private final String marker = "marker-" + newKey();

    /** Two points are a cent. */
    @BeforeEach
    void aPartnerAcceptsPoints() {
        var rate =
                Map.of(
                        "version",
                        "2026-1",
                        "since",
                        "2026-01-01T00:00:00Z",
                        "minor",
                        1,
                        "points",
                        2);
        var definition =
                Map.of(
                        "name",
                        "Acme Coffee",
                        "client",
                        partner + "-till",
                        "moneyCurrency",
                        "EUR",
                        "rates",
                        List.of(rate));
        put(TestTokens.staff("manager"), "/v1/partners/" + partner, definition)
                .then()
                .statusCode(201);
        awards.grant(member, 1000);
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private String token() {
        var client = partner + "-till";
        return TestTokens.of("service-account-" + client, client, "partner").token();
    }

    private ValidatableResponse ask(String path, Object body, int status) {
        return post(token(), "/v1/partner" + path, body).then().statusCode(status);
    }

    private String purchase() {
        String code =
                post(TestTokens.member(member), "/v1/me/partner-codes", "")
                        .then()
                        .extract()
                        .path("code");
        String quote =
                ask("/quotes", Map.of("code", code, "amountMinor", 100), 201).extract().path("id");
        return ask("/holds", Map.of("quote", quote, "reference", marker), 201).extract().path("id");
    }

    @Test
    void whatAPartnerCalledAPurchaseIsNowhereAfterwards() throws Exception {
        var hold = purchase();
        ask("/holds/" + hold + "/capture", Map.of(), 200).body("line.reference", equalTo(marker));
        ask("/holds/" + hold + "/refunds", Map.of("points", 50), 201);
        var tomorrow = clock.instant().atZone(ZoneId.of("Europe/London")).toLocalDate().plusDays(1);
        assertThat(traces.of(marker)).contains("hold", "idempotency");

        people.erase(member);

        assertThat(traces.of(marker)).isEmpty();
        clock.set(tomorrow.plusDays(1).atStartOfDay(ZoneId.of("Europe/London")).toInstant());
        post(
                        TestTokens.staff("manager"),
                        "/v1/partners/" + partner + "/settlements",
                        Map.of("to", tomorrow.toString()))
                .then()
                .statusCode(201);
        get(token(), "/v1/partner/settlements/1/lines")
                .then()
                .body("items.reference", equalTo(List.of("", "")))
                .body("items.amountMinor", equalTo(List.of(100, 25)));
    }
}
