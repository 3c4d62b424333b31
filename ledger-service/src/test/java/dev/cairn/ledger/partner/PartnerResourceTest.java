package dev.cairn.ledger.partner;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.erasure.ForgetMember;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class PartnerResourceTest {
    private static final String PROBLEMS = "https://cairn.dev/problems/";

    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Database database;
    @Inject @Any Instance<ForgetMember> forgetful;

    private final String member = newMember();
    private final String partner = "p-" + UUID.randomUUID();

    /** Two points are a cent. */
    @BeforeEach
    void aPartnerAcceptsPoints() {
        define(partner, definition()).then().statusCode(201);
    }

    @AfterEach
    void theBooksHold() {
        given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .get("/v1/proof")
                .then()
                .statusCode(200)
                .body("checks.findAll { !it.holds }", equalTo(List.of()));
    }

    private Map<String, Object> definition() {
        var body = new HashMap<String, Object>();
        body.put("name", "Acme Coffee");
        body.put("client", partner + "-till");
        body.put("moneyCurrency", "EUR");
        body.put("rates", List.of(rate("2026-1", "2026-01-01T00:00:00Z", 1, 2)));
        return body;
    }

    private static Map<String, Object> rate(String version, String since, long minor, long points) {
        return Map.of("version", version, "since", since, "minor", minor, "points", points);
    }

    private static Response define(String id, Map<String, Object> body) {
        return given().auth()
                .oauth2(TestTokens.staff("manager"))
                .contentType("application/json")
                .body(body)
                .put("/v1/partners/" + id);
    }

    private String token() {
        return token(partner);
    }

    private static String token(String partner) {
        var client = partner + "-till";
        return TestTokens.of("service-account-" + client, client, "partner").token();
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    private static Response post(String token, String path, String key, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(body)
                .post(path);
    }

    private Response post(String path, Object body) {
        return post(token(), path, newKey(), body);
    }

    private static String code(String member) {
        return given().auth()
                .oauth2(TestTokens.member(member))
                .post("/v1/me/partner-codes")
                .then()
                .statusCode(201)
                .extract()
                .path("code");
    }

    private ValidatableResponse quote(Map<String, Object> price) {
        var body = new HashMap<>(price);
        body.computeIfAbsent("code", missing -> code(member));
        return post("/v1/partner/quotes", body).then();
    }

    private String quoted(long amountMinor) {
        return quote(Map.of("amountMinor", amountMinor)).statusCode(201).extract().path("id");
    }

    private ValidatableResponse reserve(String quote) {
        return post("/v1/partner/holds", Map.of("quote", quote, "reference", "bill 12")).then();
    }

    private String reserved(long amountMinor) {
        return reserve(quoted(amountMinor)).statusCode(201).extract().path("id");
    }

    private ValidatableResponse change(String hold, String what, Object body) {
        return post("/v1/partner/holds/" + hold + "/" + what, body).then();
    }

    private ValidatableResponse points() {
        return given().auth().oauth2(TestTokens.member(member)).get("/v1/me/points").then();
    }

    private LocalDate today() {
        return clock.instant().atZone(ZoneId.of("Europe/London")).toLocalDate();
    }

    private Response close(LocalDate to) {
        return post(
                TestTokens.staff("manager"),
                "/v1/partners/" + partner + "/settlements",
                newKey(),
                Map.of("to", to.toString()));
    }

    private ValidatableResponse settlement(String path) {
        return given().auth().oauth2(token()).get("/v1/partner/settlements" + path).then();
    }

    @Test
    void aMemberPaysAPartnerWithPoints() {
        awards.grant(member, 1000);

        var quote =
                quote(Map.of("amountMinor", 250))
                        .statusCode(201)
                        .body("points", equalTo(500))
                        .body("amountMinor", equalTo(250))
                        .body("moneyCurrency", equalTo("EUR"))
                        .body("rate", equalTo("2026-1"));
        assertThat(quote.extract().asString()).doesNotContain(member);
        String id = reserve(quote.extract().path("id")).statusCode(201).extract().path("id");
        points().body("active", equalTo(500)).body("held", equalTo(500));

        var done =
                change(id, "capture", Map.of())
                        .statusCode(200)
                        .body("status", equalTo("captured"))
                        .body("settledMinor", equalTo(250))
                        .body("line.kind", equalTo("capture"))
                        .body("line.amountMinor", equalTo(250));
        assertThat(done.extract().asString()).doesNotContain(member);
        points().body("active", equalTo(500)).body("spent", equalTo(500));
    }

    @Test
    void pointsCanBeNamedInsteadOfMoney() {
        quote(Map.of("points", 501))
                .statusCode(201)
                .body("points", equalTo(501))
                .body("amountMinor", equalTo(250));
        quote(Map.of("points", 1)).statusCode(400).body("amountMinor", equalTo(0));
        quote(Map.of()).statusCode(400);
        quote(Map.of("points", 10, "amountMinor", 5)).statusCode(400);
        quote(Map.of("points", 0)).statusCode(400);
        quote(Map.of("amountMinor", -5)).statusCode(400);
        quote(Map.of("points", 10, "moneyCurrency", "USD"))
                .statusCode(400)
                .body("detail", containsString("EUR"));
    }

    @Test
    void captureInPartAndRefundInPartSumUpExactly() {
        awards.grant(member, 1000);
        define(partner, with("rates", List.of(rate("2026-2", "2026-02-01T00:00:00Z", 1, 3))))
                .then()
                .statusCode(200);
        var id = reserved(100);

        change(id, "capture", Map.of("points", 100, "keepRest", true))
                .body("line.amountMinor", equalTo(33))
                .body("held", equalTo(200));
        change(id, "capture", Map.of("amountMinor", 34))
                .body("line.points", equalTo(101))
                .body("line.amountMinor", equalTo(34))
                .body("status", equalTo("captured"))
                .body("settledMinor", equalTo(67));
        points().body("active", equalTo(799)).body("spent", equalTo(201));
        change(id, "refunds", Map.of("points", 50)).statusCode(201);
        change(id, "refunds", Map.of("amountMinor", 20)).body("line.amountMinor", equalTo(20));
        change(id, "refunds", Map.of("points", 500))
                .statusCode(422)
                .body("type", equalTo(PROBLEMS + "refund-exceeds-capture"));
        change(id, "refunds", Map.of())
                .statusCode(201)
                .body("captured", equalTo(201))
                .body("refunded", equalTo(201))
                .body("settledMinor", equalTo(0));
        change(id, "refunds", Map.of())
                .statusCode(422)
                .body("refundable", equalTo(0))
                .body("refundableMinor", equalTo(0));
        points().body("active", equalTo(1000)).body("spent", equalTo(0));
    }

    private Map<String, Object> with(String name, Object value) {
        var body = definition();
        body.put(name, value);
        return body;
    }

    @Test
    void aRefundGoesBackToTheSameLotsAtTheSameAge() {
        var soon = clock.instant().plus(Duration.ofDays(30));
        awards.publish(award(member, "base:1", 1, 100, null, soon));
        awards.publish(award(member, "base:2", 1, 100));
        awards.awaitBalance(member, 200);
        var id = reserved(75);
        change(id, "capture", Map.of()).statusCode(200);

        change(id, "refunds", Map.of("points", 70)).statusCode(201);

        points().body("nextExpiries.points.sum()", equalTo(20)).body("neverExpiring", equalTo(100));
    }

    @Test
    void aRefundUnderTheSameKeyIsOneRefund() {
        awards.grant(member, 1000);
        var id = reserved(100);
        change(id, "capture", Map.of()).statusCode(200);
        var key = newKey();
        var path = "/v1/partner/holds/" + id + "/refunds";

        post(token(), path, key, Map.of("points", 60)).then().statusCode(201);
        post(token(), path, key, Map.of("points", 60)).then().statusCode(200);
        post(token(), path, key, Map.of("points", 61)).then().statusCode(409);

        points().body("active", equalTo(860));
    }

    @Test
    void parallelRefundsNeverGiveBackMoreThanWasCaptured() throws Exception {
        awards.grant(member, 1000);
        var id = reserved(100);
        change(id, "capture", Map.of()).statusCode(200);

        var answers =
                all(
                        IntStream.range(0, 20)
                                .<Callable<Integer>>mapToObj(
                                        i ->
                                                () ->
                                                        change(id, "refunds", Map.of("points", 30))
                                                                .extract()
                                                                .statusCode())
                                .toList());

        assertThat(answers).isEqualTo(Map.of(201, 6L, 422, 14L));
        points().body("active", equalTo(980));
    }

    @Test
    void aCodeIsGoodOnceAndForAShortTime() {
        var code = code(member);
        quote(Map.of("points", 10, "code", code.toLowerCase())).statusCode(201);
        quote(Map.of("points", 10, "code", code))
                .statusCode(422)
                .body("type", equalTo(PROBLEMS + "member-code-invalid"));
        var replaced = code(member);
        var newest = code(member);
        quote(Map.of("points", 10, "code", replaced)).statusCode(422);
        clock.set(clock.instant().plus(Duration.ofMinutes(10)));
        quote(Map.of("points", 10, "code", newest)).statusCode(422);
    }

    @Test
    void theCodeOfAMemberWhoIsForgottenIsNotGoodAnyMore() {
        var code = code(member);
        database.transact(tx -> forgetful.forEach(bean -> bean.forget(tx, member)));

        quote(Map.of("points", 10, "code", code)).statusCode(422);
    }

    /** An id is no credential. */
    @Test
    void theMembersIdIsNoCode() {
        quote(Map.of("points", 10, "code", member)).statusCode(400);
        quote(Map.of("points", 10, "code", "AAAAAAAAAA")).statusCode(422);
        post("/v1/partner/quotes", Map.of("points", 10, "member", member)).then().statusCode(400);
    }

    @Test
    void aQuoteLeadsToOnePurchase() throws Exception {
        awards.grant(member, 1000);
        var quote = quoted(100);

        var answers =
                all(
                        IntStream.range(0, 10)
                                .<Callable<Integer>>mapToObj(
                                        i -> () -> reserve(quote).extract().statusCode())
                                .toList());

        assertThat(answers).isEqualTo(Map.of(201, 1L, 409, 9L));
        points().body("active", equalTo(800)).body("held", equalTo(200));
        reserve(quote)
                .statusCode(409)
                .body("type", equalTo(PROBLEMS + "quote-used"))
                .body("hold", notNullValue());
    }

    @Test
    void anOldQuoteIsRefusedAndALateRateDoesNotChangeAYoungOne() {
        awards.grant(member, 1000);
        var old = quoted(100);
        clock.set(clock.instant().plus(Duration.ofMinutes(15)));
        reserve(old).statusCode(409).body("type", equalTo(PROBLEMS + "quote-expired"));

        var young = quoted(100);
        define(partner, with("rates", List.of(rate("2026-9", "2026-02-01T00:00:00Z", 1, 9))))
                .then()
                .statusCode(200);
        reserve(young).statusCode(201).body("points", equalTo(200));
        quote(Map.of("amountMinor", 10))
                .body("points", equalTo(90))
                .body("rate", equalTo("2026-9"));
    }

    @Test
    void aMemberWithoutEnoughPointsCannotPay() {
        awards.grant(member, 100);

        reserve(quoted(100))
                .statusCode(422)
                .body("type", equalTo(PROBLEMS + "insufficient-points"))
                .body("missing", equalTo(100));
    }

    @Test
    void theMonthsBudgetHoldsUnderParallelPurchases() throws Exception {
        awards.grant(member, 5000);
        define(partner, with("monthlyBudget", 1000)).then().statusCode(200);
        var quotes = new ArrayList<String>();
        for (var i = 0; i < 10; i++) {
            quotes.add(quoted(100));
        }

        var answers =
                all(
                        quotes.stream()
                                .<Callable<Integer>>map(
                                        quote -> () -> reserve(quote).extract().statusCode())
                                .toList());

        assertThat(answers).isEqualTo(Map.of(201, 5L, 409, 5L));
        reserve(quoted(50))
                .statusCode(409)
                .body("type", equalTo(PROBLEMS + "partner-limit-reached"))
                .body("limit", equalTo(1000))
                .body("used", equalTo(1000))
                .body("available", equalTo(0))
                .body("missing", equalTo(100));
    }

    @Test
    void whatIsCalledOffDoesNotCountAgainstTheBudget() {
        awards.grant(member, 5000);
        define(partner, with("monthlyBudget", 200)).then().statusCode(200);
        var id = reserved(100);
        change(id, "void", "").statusCode(200).body("status", equalTo("voided"));

        reserve(quoted(100)).statusCode(201);
    }

    @Test
    void aPartnerThatWasSwitchedOffEndsWhatItBegan() {
        awards.grant(member, 1000);
        var id = reserved(100);
        var quote = quoted(100);
        define(partner, with("active", false)).then().statusCode(200);

        quote(Map.of("points", 10))
                .statusCode(409)
                .body("type", equalTo(PROBLEMS + "partner-inactive"));
        reserve(quote).statusCode(409);
        change(id, "capture", Map.of()).statusCode(200);
        change(id, "refunds", Map.of("points", 10)).statusCode(201);
    }

    @Test
    void aForeignPurchaseDoesNotExist() {
        awards.grant(member, 1000);
        var other = "p-" + UUID.randomUUID();
        var body = definition();
        body.put("client", other + "-till");
        define(other, body).then().statusCode(201);
        var quote = quoted(50);
        var id = reserved(100);

        for (var what : List.of("capture", "void", "refunds")) {
            var path = "/v1/partner/holds/" + id + "/" + what;
            post(token(other), path, newKey(), Map.of()).then().statusCode(404);
        }
        post(
                        token(other),
                        "/v1/partner/holds",
                        newKey(),
                        Map.of("quote", quote, "reference", "mine"))
                .then()
                .statusCode(404);
        see(token(other), "/v1/partner/holds/" + id).statusCode(404);
        see(token(), "/v1/partner/holds/" + id).statusCode(200).body("held", equalTo(200));
        see(token(other), "/v1/partners/" + partner + "/settlements").statusCode(403);
        see(token("nobody"), "/v1/partner/holds/" + id)
                .statusCode(404)
                .body("type", equalTo(PROBLEMS + "partner-unknown"));
        see(TestTokens.pos(partner + "-till"), "/v1/holds/" + id).statusCode(404);
    }

    private static ValidatableResponse see(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    @Test
    void settlementsNetToZeroAndHaveEachLineOnce() {
        awards.grant(member, 1000);
        var first = reserved(100);
        change(first, "capture", Map.of()).statusCode(200);
        change(first, "refunds", Map.of("points", 50)).statusCode(201);
        var later = reserved(30);
        clock.set(clock.instant().plus(Duration.ofDays(3)));

        close(today().plusDays(1)).then().statusCode(400);
        close(today())
                .then()
                .statusCode(201)
                .body("number", equalTo(1))
                .body("captures.points", equalTo(200))
                .body("refunds.points", equalTo(50))
                .body("points", equalTo(150))
                .body("amountMinor", equalTo(75));
        close(today()).then().statusCode(400).body("latest", equalTo(today().toString()));
        change(first, "refunds", Map.of("points", 20)).statusCode(201);
        change(later, "capture", Map.of()).statusCode(409);
        clock.set(clock.instant().plus(Duration.ofDays(1)));
        close(today())
                .then()
                .statusCode(201)
                .body("number", equalTo(2))
                .body("points", equalTo(-20))
                .body("amountMinor", equalTo(-10));

        settlement("/1").statusCode(200).body("amountMinor", equalTo(75));
        settlement("").body("items.number", equalTo(List.of(2, 1)));
        settlement("/1/lines").body("items.kind", equalTo(List.of("capture", "refund")));
        settlement("/1/lines?limit=1").body("items.size()", equalTo(1));
        settlement("/3").statusCode(404);
        settlement("/one").statusCode(404);
        var byStaff = "/v1/partners/" + partner + "/settlements";
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

    private long sum(String path, int column) {
        var text = settlement(path).statusCode(200).contentType("text/csv").extract().asString();
        assertThat(text).endsWith("\r\n").contains("programme");
        return text.lines().skip(1).mapToLong(l -> Long.parseLong(l.split(",", -1)[column])).sum();
    }

    @Test
    void managersTakePartnersOnAndOnlyAddRates() {
        define(partner, definition()).then().statusCode(200).body("rates.size()", equalTo(1));
        define(partner, with("rates", List.of(rate("2026-1", "2026-01-01T00:00:00Z", 1, 3))))
                .then()
                .statusCode(400)
                .body("detail", containsString("2026-1"));
        define(partner, with("moneyCurrency", "USD")).then().statusCode(400);
        define(partner, with("moneyCurrency", "ZZZ")).then().statusCode(400);
        define(partner, with("currency", "gems"))
                .then()
                .statusCode(422)
                .body("type", equalTo(PROBLEMS + "currency-unknown"));
        define(partner, with("rates", List.of())).then().statusCode(400);
        var twice = rate("2026-5", "2026-05-01T00:00:00Z", 1, 3);
        define(partner, with("rates", List.of(twice, twice))).then().statusCode(400);
        define(partner, with("rates", List.of(rate("x", "2026-01-01T00:00:00Z", 0, 3))))
                .then()
                .statusCode(400);
        define("p-" + UUID.randomUUID(), definition())
                .then()
                .statusCode(400)
                .body("detail", containsString("another partner"));
        define("Not An Id", definition()).then().statusCode(400);
        given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .queryParam("limit", 200)
                .get("/v1/partners")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(partner))
                .body("items.id", not(hasItem("Not An Id")));
    }

    @Test
    void aRateThatIsNotInForceYetQuotesNothing() {
        var id = "p-" + UUID.randomUUID();
        var body = with("rates", List.of(rate("1", "2099-01-01T00:00:00Z", 1, 2)));
        body.put("client", id + "-till");
        define(id, body).then().statusCode(201);

        post(token(id), "/v1/partner/quotes", newKey(), Map.of("code", code(member), "points", 10))
                .then()
                .statusCode(409);
    }

    private static Map<Integer, Long> all(List<Callable<Integer>> calls) throws Exception {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(calls).stream()
                    .map(future -> future.resultNow())
                    .collect(groupingBy(status -> status, counting()));
        }
    }
}
