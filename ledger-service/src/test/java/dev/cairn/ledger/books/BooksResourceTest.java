package dev.cairn.ledger.books;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@LedgerTest
class BooksResourceTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject CairnClock clock;

    private final String member = newMember();

    private static ValidatableResponse get(String path) {
        return given().auth().oauth2(TestTokens.staff("auditor")).get(path).then();
    }

    private static JsonPath read(String path) {
        return get(path).statusCode(200).extract().jsonPath();
    }

    private Instant inDays(long days) {
        return clock.instant().plus(Duration.ofDays(days));
    }

    private void somethingHappens() {
        awards.publish(
                award(member, "base:pending", 1, 40, inDays(30), null),
                award(member, "base:soon", 1, 50, null, inDays(3)),
                award(member, "base:kept", 1, 100, null, inDays(400)),
                award(member, "base:shrinks", 1, 30));
        awards.awaitBalance(member, 180);
        awards.publish(award(member, "base:shrinks", 2, 10));
        awards.awaitBalance(member, 160);
        given().auth()
                .oauth2(TestTokens.member(member))
                .header("Idempotency-Key", "k")
                .contentType("application/json")
                .body("{\"reward\":\"coffee\"}")
                .post("/v1/me/redemptions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"age", "cohort", "expiry"})
    void theReportEqualsTheBalancesNowAndAsOfNow(String by) {
        somethingHappens();
        Calls.passUntil(management, inDays(4));
        var totals = read("/v1/points/totals");

        var now = read("/v1/books/liability?by=" + by);
        var then = read("/v1/books/liability?by=" + by + "&at=" + clock.instant());

        for (var state : new String[] {"active", "pending", "held"}) {
            assertThat(now.getLong("total." + state)).isEqualTo(totals.getLong(state));
            assertThat(now.getLong("rows.%s.sum()".formatted(state)))
                    .isEqualTo(totals.getLong(state));
        }
        assertThat(then.getList("rows")).isEqualTo(now.getList("rows"));
    }

    @Test
    void thePastIsAsItWasRecorded() {
        somethingHappens();
        var then = clock.instant();
        var before = read("/v1/books/liability?by=expiry").getList("rows");

        Calls.passUntil(management, inDays(31));
        awards.grant(newMember(), 1000);

        assertThat(read("/v1/books/liability?by=expiry&at=" + then).getList("rows"))
                .isEqualTo(before);
    }

    @Test
    void reportsAreTablesForWhoWantsThem() {
        somethingHappens();

        given().auth()
                .oauth2(TestTokens.staff("manager"))
                .accept("text/csv")
                .get("/v1/books/liability?by=cohort")
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(
                        startsWith(
                                "currency,at,by,group,active,pending,held,lots,oldest\r\npoints,"));
        given().auth()
                .oauth2(TestTokens.staff("operator"))
                .accept("text/csv")
                .get("/v1/books/breakage")
                .then()
                .statusCode(200)
                .body(
                        startsWith(
                                "currency,month,earned,age,redeemed,expired,taken,open\r\npoints,"));
        get("/v1/books/breakage").contentType(startsWith("application/json"));
    }

    @Test
    void everyCohortAddsUpToWhatItEarned() {
        somethingHappens();
        Calls.passUntil(management, inDays(35));

        var report = read("/v1/books/breakage");

        for (var i = 0; i < report.getList("cohorts").size(); i++) {
            var cohort = "cohorts[%d].".formatted(i);
            var last = cohort + "ages[-1].";
            assertThat(
                            report.getLong(last + "redeemed")
                                    + report.getLong(last + "expired")
                                    + report.getLong(last + "taken")
                                    + report.getLong(last + "open"))
                    .isEqualTo(report.getLong(cohort + "earned"));
        }
        assertThat(report.getLong("cohorts.collect { it.ages[-1].expired }.sum()"))
                .isEqualTo(read("/v1/points/totals").getLong("expired"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/books/liability?by=colour, 400, invalid-request",
        "/v1/books/liability?at=2999-01-01, 400, invalid-request",
        "/v1/books/liability?currency=cowries, 422, currency-unknown",
        "/v1/books/breakage?currency=cowries, 422, currency-unknown"
    })
    void whatCannotBeReportedIsRefused(String path, int status, String problem) {
        get(path).statusCode(status).body("type", equalTo("https://cairn.dev/problems/" + problem));
    }
}
