package dev.cairn.ledger.partner;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Calls.atOnce;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members pay a partner with points, and get them back. */
@LedgerTest
class PartnerPurchaseTest {
    @Inject Awards awards;
    @Inject CairnClock clock;

    @TestHTTPResource("/")
    URI server;

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
    void aMemberPaysAPartnerWithPoints() {
        awards.grant(till.member, 1000);

        var quote =
                till.quote(Map.of("amountMinor", 250))
                        .statusCode(201)
                        .body("points", equalTo(500))
                        .body("amountMinor", equalTo(250))
                        .body("moneyCurrency", equalTo("EUR"))
                        .body("rate", equalTo("2026-1"));
        assertThat(quote.extract().asString()).doesNotContain(till.member);
        String id = till.reserve(quote.extract().path("id")).statusCode(201).extract().path("id");
        till.points().body("active", equalTo(500)).body("held", equalTo(500));

        var done =
                till.change(id, "capture", Map.of())
                        .statusCode(200)
                        .body("status", equalTo("captured"))
                        .body("settledMinor", equalTo(250))
                        .body("line.kind", equalTo("capture"))
                        .body("line.amountMinor", equalTo(250));
        assertThat(done.extract().asString()).doesNotContain(till.member);
        till.points().body("active", equalTo(500)).body("spent", equalTo(500));
    }

    /** All is what a call without a body means, though such a call names no media type either. */
    @Test
    void aCallWithoutABodyTakesAllAndGivesAllBack() throws Exception {
        awards.grant(till.member, 1000);
        var id = till.reserved(100);

        assertThat(bare(id, "capture")).contains("\"captured\":200");
        assertThat(bare(id, "refunds")).contains("\"refunded\":200");
    }

    private String bare(String hold, String what) throws Exception {
        return Calls.bare(server, till.token(), "/v1/partner/holds/" + hold + "/" + what);
    }

    @Test
    void whatCannotBeQuotedNamesTheField() {
        var code = till.code();
        till.quote(Map.of("code", code)).statusCode(400).body("field", equalTo("points"));
        till.quote(Map.of("code", code, "points", 2, "amountMinor", 1))
                .statusCode(400)
                .body("field", equalTo("points"));
        till.quote(Map.of("code", code, "points", 2, "moneyCurrency", "USD"))
                .statusCode(400)
                .body("field", equalTo("moneyCurrency"));
    }

    @Test
    void captureInPartAndRefundInPartSumUpExactly() {
        awards.grant(till.member, 1000);
        till.define(till.with("rates", List.of(Till.rate("2026-2", "2026-02-01T00:00:00Z", 1, 3))))
                .then()
                .statusCode(200);
        var id = till.reserved(100);

        till.change(id, "capture", Map.of("points", 100, "keepRest", true))
                .body("line.amountMinor", equalTo(33))
                .body("held", equalTo(200));
        till.change(id, "capture", Map.of("amountMinor", 34))
                .body("line.points", equalTo(101))
                .body("line.amountMinor", equalTo(34))
                .body("status", equalTo("captured"))
                .body("settledMinor", equalTo(67));
        till.points().body("active", equalTo(799)).body("spent", equalTo(201));
        till.change(id, "refunds", Map.of("points", 50)).statusCode(201);
        till.change(id, "refunds", Map.of("amountMinor", 20)).body("line.amountMinor", equalTo(20));
        till.change(id, "refunds", Map.of("points", 500))
                .statusCode(422)
                .body("type", problem("refund-exceeds-capture"));
        till.change(id, "refunds", Map.of())
                .statusCode(201)
                .body("captured", equalTo(201))
                .body("refunded", equalTo(201))
                .body("settledMinor", equalTo(0));
        till.change(id, "refunds", Map.of())
                .statusCode(422)
                .body("refundable", equalTo(0))
                .body("refundableMinor", equalTo(0));
        till.points().body("active", equalTo(1000)).body("spent", equalTo(0));
    }

    @Test
    void aRefundGoesBackToTheSameLotsAtTheSameAge() {
        var soon = clock.instant().plus(Duration.ofDays(30));
        awards.publish(award(till.member, "base:1", 1, 100, null, soon));
        awards.publish(award(till.member, "base:2", 1, 100));
        awards.awaitBalance(till.member, 200);
        var id = till.reserved(75);
        till.change(id, "capture", Map.of()).statusCode(200);

        till.change(id, "refunds", Map.of("points", 70)).statusCode(201);

        till.points()
                .body("nextExpiries.points.sum()", equalTo(20))
                .body("neverExpiring", equalTo(100));
    }

    @Test
    void aRefundUnderTheSameKeyIsOneRefund() {
        awards.grant(till.member, 1000);
        var id = till.reserved(100);
        till.change(id, "capture", Map.of()).statusCode(200);
        var key = newKey();
        var path = "/v1/partner/holds/" + id + "/refunds";

        Calls.post(till.token(), path, Map.of("points", 60), key).then().statusCode(201);
        Calls.post(till.token(), path, Map.of("points", 60), key).then().statusCode(200);
        Calls.post(till.token(), path, Map.of("points", 61), key).then().statusCode(409);

        till.points().body("active", equalTo(860));
    }

    @Test
    void parallelRefundsNeverGiveBackMoreThanWasCaptured() throws Exception {
        awards.grant(till.member, 1000);
        var id = till.reserved(100);
        till.change(id, "capture", Map.of()).statusCode(200);

        var answers =
                atOnce(
                        IntStream.range(0, 20)
                                .<Callable<Integer>>mapToObj(
                                        i ->
                                                () ->
                                                        till.change(
                                                                        id,
                                                                        "refunds",
                                                                        Map.of("points", 30))
                                                                .extract()
                                                                .statusCode())
                                .toList());

        assertThat(answers).isEqualTo(Map.of(201, 6L, 422, 14L));
        till.points().body("active", equalTo(980));
    }

    @Test
    void aMemberWithoutEnoughPointsCannotPay() {
        awards.grant(till.member, 100);

        till.reserve(till.quoted(100))
                .statusCode(422)
                .body("type", problem("insufficient-points"))
                .body("missing", equalTo(100));
    }
}
