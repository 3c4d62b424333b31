package dev.cairn.ledger.partner;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class SettlementTest {
    @Inject Awards awards;
    @Inject CairnClock clock;

    private final Till till = new Till();

    @BeforeEach
    void aPartnerAcceptsPoints() {
        till.opens();
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Europe/London")).toLocalDate();
    }

    @Test
    void settlementsNetToZeroAndHaveEachLineOnce() {
        awards.grant(till.member, 1000);
        var first = till.reserved(100);
        till.change(first, "capture", Map.of()).statusCode(200);
        till.change(first, "refunds", Map.of("points", 50)).statusCode(201);
        var later = till.reserved(30);
        clock.set(clock.instant().plus(Duration.ofDays(3)));

        till.close(today().plusDays(1)).then().statusCode(400);
        till.close(today())
                .then()
                .statusCode(201)
                .body("number", equalTo(1))
                .body("captures.points", equalTo(200))
                .body("refunds.points", equalTo(50))
                .body("points", equalTo(150))
                .body("amountMinor", equalTo(75));
        till.close(today()).then().statusCode(400).body("latest", equalTo(today().toString()));
        till.change(first, "refunds", Map.of("points", 20)).statusCode(201);
        till.change(later, "capture", Map.of()).statusCode(409);
        clock.set(clock.instant().plus(Duration.ofDays(1)));
        till.close(today())
                .then()
                .statusCode(201)
                .body("number", equalTo(2))
                .body("points", equalTo(-20))
                .body("amountMinor", equalTo(-10));

        till.settlement("/1").statusCode(200).body("amountMinor", equalTo(75));
        till.settlement("").body("items.number", equalTo(List.of(2, 1)));
        till.settlement("/1/lines").body("items.kind", equalTo(List.of("capture", "refund")));
        till.settlement("/1/lines?limit=1").body("items.size()", equalTo(1));
        till.settlement("/3").statusCode(404);
        till.settlement("/one").statusCode(404);
        var byStaff = "/v1/partners/" + till.partner + "/settlements";
        var auditor = TestTokens.staff("auditor");
        see(auditor, byStaff).body("items.size()", equalTo(2));
        see(auditor, byStaff + "/2").body("points", equalTo(-20));
        see(auditor, byStaff + "/2/lines").body("items.size()", equalTo(1));
        see(auditor, byStaff + "/2/file").contentType("text/csv");
        see(auditor, "/v1/partners/nobody/settlements").statusCode(404);
        assertThat(sum("/1/file", 6)).isZero();
        assertThat(sum("/1/file", 7)).isZero();
        assertThat(sum("/2/file", 7)).isZero();
    }

    private static ValidatableResponse see(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    private long sum(String path, int column) {
        var text =
                till.settlement(path).statusCode(200).contentType("text/csv").extract().asString();
        assertThat(text).endsWith("\r\n").contains("programme");
        return text.lines().skip(1).mapToLong(l -> Long.parseLong(l.split(",", -1)[column])).sum();
    }
}
