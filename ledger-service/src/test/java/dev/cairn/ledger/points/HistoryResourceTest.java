package dev.cairn.ledger.points;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@LedgerTest
class HistoryResourceTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject CairnClock clock;

    private final String member = newMember();

    private ValidatableResponse get(String path) {
        return given().auth().oauth2(TestTokens.member(member)).get(path).then();
    }

    private Instant inDays(long days) {
        return clock.instant().plus(Duration.ofDays(days));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    }

    @Test
    void pointsAreAsOfWhenTheyWereEarnedAndAsTheyWereKnown() {
        var before = clock.instant();
        Calls.passUntil(management, inDays(2));
        awards.grant(member, 100);

        get("/v1/me/points?at=" + before)
                .body("balance", equalTo(100))
                .body("active", equalTo(100));
        get("/v1/me/points?at=" + before + "&known=" + before).body("balance", equalTo(0));
        get("/v1/me/points?at=" + Awards.EARNED.minusSeconds(1)).body("balance", equalTo(0));
        get("/v1/me/points?known=" + today()).body("lifetimeEarned", equalTo(100));
        given().auth()
                .oauth2(TestTokens.staff("support"))
                .get("/v1/members/" + member + "/points?at=" + before)
                .then()
                .body("member", equalTo(member))
                .body("balance", equalTo(100));
    }

    @Test
    void pointsThatExpiredAndCameBackAreNeverThereTwice() {
        var expiry = inDays(2);
        awards.publish(award(member, "base:1", 1, 70, null, expiry));
        awards.awaitBalance(member, 70);
        var alive = clock.instant();
        Calls.passUntil(management, inDays(3));
        var dead = clock.instant();
        Calls.passUntil(management, inDays(1));
        awards.publish(award(member, "base:1", 2, 70, null, inDays(50)));
        awards.awaitBalance(member, 70);

        get("/v1/me/points?at=" + alive).body("balance", equalTo(70)).body("expired", equalTo(0));
        get("/v1/me/points?at=" + dead).body("balance", equalTo(0)).body("expired", equalTo(70));
        get("/v1/me/points?at=" + clock.instant()).body("balance", equalTo(70));
    }

    @Test
    void aStatementLeadsFromOneBalanceToTheOther() {
        awards.grant(member, 100);
        Calls.passUntil(management, inDays(1));
        var first = today();
        awards.publish(
                award(member, "base:2", 1, 60, null, inDays(2)),
                award(member, "base:3", 1, 11, inDays(1), null));
        awards.awaitBalance(member, 160);
        Calls.passUntil(management, inDays(3));
        var last = today();

        var path = "/v1/me/points/statement?from=%s&to=%s".formatted(first, last);
        get(path)
                .statusCode(200)
                .body("opening.balance", equalTo(100))
                .body("lines.kind", contains("earned", "earned", "activated", "expired"))
                .body("lines.change.balance", contains(60, 0, 11, -60))
                .body("lines.change.pending", contains(0, 11, -11, 0))
                .body("closing.balance", equalTo(111))
                .body("closing.pending", equalTo(0));
        get("/v1/me/points").body("balance", equalTo(111));
        var csv =
                given().auth()
                        .oauth2(TestTokens.member(member))
                        .accept("text/csv")
                        .get(path)
                        .then()
                        .statusCode(200)
                        .contentType(startsWith("text/csv"))
                        .extract()
                        .asString();
        assertThat(csv.split("\r\n")).hasSize(7);
        assertThat(csv).contains(",opening-balance,,,100,0,0,").contains(",-60,");
        get("/v1/me/points/statement").body("closing.balance", equalTo(111));
    }

    @Test
    void lotsTellTheirState() {
        awards.publish(
                award(member, "base:waits", 1, 10, inDays(10), null),
                award(member, "base:dies", 1, 20, null, inDays(1)),
                award(member, "base:gone", 1, 30),
                award(member, "base:kept", 1, 40, null, inDays(100)));
        awards.awaitBalance(member, 90);
        awards.publish(award(member, "base:gone", 2, 0));
        awards.awaitBalance(member, 60);
        Calls.passUntil(management, inDays(2));

        get("/v1/me/points/lots")
                .statusCode(200)
                .body("items.size()", equalTo(4))
                .body("items.find { it.award == 'base:waits' }.state", equalTo("pending"))
                .body("items.find { it.award == 'base:dies' }.state", equalTo("expired"))
                .body("items.find { it.award == 'base:gone' }.state", equalTo("reversed"))
                .body("items.find { it.award == 'base:gone' }.reversed", equalTo(30))
                .body("items.find { it.award == 'base:kept' }.state", equalTo("active"))
                .body("items.find { it.award == 'base:kept' }.remaining", equalTo(40));
        get("/v1/me/points/lots?state=expired").body("items.award", contains("base:dies"));
        String next = get("/v1/me/points/lots?limit=3").extract().path("next");
        get("/v1/me/points/lots?limit=3&cursor=" + next).body("items.size()", equalTo(1));
    }

    @Test
    void aCursorOfAnotherMemberRevealsNothing() {
        for (var i = 0; i < 3; i++) {
            awards.publish(award(member, "base:" + i, 1, 10));
        }
        awards.awaitBalance(member, 30);
        String lots = get("/v1/me/points/lots?limit=1").extract().path("next");
        String entries = get("/v1/me/points/entries?limit=1").extract().path("next");
        var other = newMember();
        awards.grant(other, 5);

        for (var path :
                List.of(
                        "/v1/me/points/lots?cursor=" + lots,
                        "/v1/me/points/entries?cursor=" + entries)) {
            var seen =
                    given().auth()
                            .oauth2(TestTokens.member(other))
                            .get(path)
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString();
            assertThat(seen).doesNotContain("\"base:0\"", "\"base:1\"", "\"base:2\"", member);
        }
    }

    @Test
    void aHistoryCanBeAskedForKinds() {
        awards.grant(member, 10);
        awards.publish(award(member, "base:x", 1, 5));
        awards.awaitBalance(member, 15);
        awards.publish(award(member, "base:x", 2, 1));
        awards.awaitBalance(member, 11);

        get("/v1/me/points/entries?kind=reversed").body("items.points", contains(-4));
        get("/v1/me/points/entries?kind=reversed&kind=earned").body("items.size()", equalTo(3));
        get("/v1/me/points/entries?kind=held").body("items.size()", equalTo(0));
        get("/v1/me/points/entries?kind=stolen").statusCode(400).body("known", hasItem("earned"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/me/points?at=2999-01-01T00:00:00Z, 400, invalid-request",
        "/v1/me/points?known=soon, 400, invalid-request",
        "/v1/me/points?currency=cowries, 422, currency-unknown",
        "/v1/me/points?at=2026-01-01&currency=cowries, 422, currency-unknown",
        "/v1/me/points/entries?currency=cowries, 422, currency-unknown",
        "/v1/me/points/statement?from=2026-02-30, 400, invalid-request",
        "/v1/me/points/statement?from=2026-02-02&to=2026-02-01, 400, invalid-request",
        "/v1/me/points/statement?currency=cowries, 422, currency-unknown",
        "/v1/me/points/lots?state=lost, 400, invalid-request",
        "/v1/me/points/lots?cursor=YQ, 400, invalid-request",
        "/v1/me/points/lots?currency=cowries, 422, currency-unknown"
    })
    void whatCannotBeAnsweredIsRefused(String path, int status, String problem) {
        get(path).statusCode(status).body("type", endsWith("/" + problem));
    }

    @ParameterizedTest
    @CsvSource({
        "support, statement, 200",
        "auditor, lots, 200",
        "manager, statement, 403",
        "operator, lots, 403"
    })
    void rolesDecideWhatStaffSees(String role, String what, int status) {
        given().auth()
                .oauth2(TestTokens.staff(role))
                .get("/v1/members/" + member + "/points/" + what)
                .then()
                .statusCode(status);
    }
}
