package dev.cairn.rules.progress;

import static dev.cairn.rules.Till.progress;
import static dev.cairn.rules.Till.purchase;
import static dev.cairn.rules.Till.report;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.devstack.Component;
import dev.cairn.devstack.Devstack;
import dev.cairn.kit.testing.MetricsPage;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.rules.RulesTest;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@RulesTest
class ProgressTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject RedisDataSource redis;

    private final String member = "m-" + UUID.randomUUID();

    private void twoPurchases() {
        report(
                        List.of(
                                purchase(member + "-1", member, "2026-02-10T10:00:00Z", 650),
                                purchase(member + "-2", member, "2026-02-12T10:00:00Z", 650)))
                .statusCode(202);
        awaitAwards(3);
    }

    private void awaitAwards(int n) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () ->
                                given().auth()
                                        .oauth2(TestTokens.staff("support"))
                                        .get("/v1/members/{id}/awards", member)
                                        .then()
                                        .body("items", hasSize(n)));
    }

    private Object goals() {
        return progress(member).extract().path("goals");
    }

    @Test
    void everyGoalTellsWhatIsDoneAndWhatIsLeft() {
        twoPurchases();
        progress(member)
                .body("member", equalTo(member))
                .body("programme.id", equalTo("cairn-demo"))
                .body("orders.accepted", equalTo(2))
                .body("orders.counted", equalTo(2))
                .body("orders.netSpendMinor", equalTo(2600))
                .body(
                        "goals.id",
                        contains(
                                "purchases",
                                "first-repeat",
                                "weekly-shopper",
                                "profile",
                                "tiers",
                                "weekend-treat"))
                .body("goals[0].kind", equalTo("milestone"))
                .body("goals[0].title", equalTo("Regular"))
                .body("goals[0].done", equalTo(2))
                .body("goals[0].target", equalTo(3))
                .body("goals[0].left", equalTo(1))
                .body("goals[0].unit", equalTo("purchases"))
                .body("goals[0].nextReward.points", equalTo(30))
                .body("goals[0].completed", equalTo(false))
                .body("goals[0].sentence", equalTo("1 purchase to go for 30 points."))
                .body("goals[0].deadline", nullValue())
                .body("goals[1].completed", equalTo(true))
                .body("goals[1].nextReward", nullValue())
                .body("goals[2].best", equalTo(1))
                .body("goals[4].current", equalTo("pebble"))
                .body("goals[4].next", equalTo("stone"))
                .body("goals[4].done", equalTo(46));
    }

    @Test
    void sentencesFollowTheReadersLanguage() {
        given().auth()
                .oauth2(TestTokens.member(member))
                .header("Accept-Language", "fr, de-AT;q=0.8, en;q=0.5")
                .get("/v1/me/progress")
                .then()
                .statusCode(200)
                .body("goals[0].sentence", equalTo("Noch 3 Einkäufe, dann gibt es 30 Punkte."))
                .body("goals[3].title", equalTo("Erzähl uns von dir"));
    }

    @Test
    void staffSeesKnownMembersOnly() {
        twoPurchases();
        given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .get("/v1/members/{id}/progress", member)
                .then()
                .statusCode(200)
                .body("orders.accepted", equalTo(2));
        given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .get("/v1/members/{id}/progress", "m-unknown")
                .then()
                .statusCode(404)
                .body("type", endsWith("/not-found"));
    }

    @Test
    void membersSeeNobodyElse() {
        for (var path : List.of("/v1/members/m-1/progress", "/v1/members/m-1/awards")) {
            given().auth()
                    .oauth2(TestTokens.member("m-2"))
                    .get(path)
                    .then()
                    .statusCode(403)
                    .body("type", endsWith("/forbidden"));
            given().get(path).then().statusCode(401);
        }
        given().auth()
                .oauth2(TestTokens.staff("manager"))
                .get("/v1/me/progress")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.of("m-2", "cairn-app", "member").forAudience("other").token())
                .get("/v1/me/progress")
                .then()
                .statusCode(401);
        given().auth()
                .oauth2(TestTokens.of("m-2", "cairn-app", "member").expired().token())
                .get("/v1/me/progress")
                .then()
                .statusCode(401);
    }

    @Test
    void awardsComeInPages() {
        twoPurchases();
        var first =
                given().auth()
                        .oauth2(TestTokens.staff("auditor"))
                        .queryParam("limit", 2)
                        .get("/v1/members/{id}/awards", member)
                        .then()
                        .statusCode(200)
                        .body("items", hasSize(2))
                        .extract()
                        .<String>path("next");
        given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .queryParam("cursor", first)
                .get("/v1/members/{id}/awards", member)
                .then()
                .body("items", hasSize(1))
                .body("items[0].awardId", equalTo("first-repeat:2"))
                .body("items[0].reason", equalTo("Purchase number 2."))
                .body("next", nullValue());
    }

    @Test
    void theProgrammeIsShownAsItsFileSaysIt() {
        given().auth()
                .oauth2(TestTokens.staff("manager"))
                .get("/v1/programme")
                .then()
                .statusCode(200)
                .body("id", equalTo("cairn-demo"))
                .body("rules", hasSize(7))
                .body("rules[1].type", equalTo("purchase-ladder"))
                .body("rules[1].steps.'3'", equalTo(30))
                .body("rules[6].days.rrule", equalTo("FREQ=WEEKLY;BYDAY=SA,SU"));
    }

    @Test
    void flushingRedisChangesNothing() {
        twoPurchases();
        var before = goals();
        redis.flushall();
        assertThat(goals()).isEqualTo(before);
        assertThat(goals()).isEqualTo(before);
    }

    @Test
    void redisHoldsACopyThatIsRead() {
        twoPurchases();
        goals();
        assertThat(redis.key().keys("*" + member)).hasSize(1);
    }

    @Test
    void whatRedisMissedIsNotReadAfterItComesBack() {
        twoPurchases();
        goals();
        var infrastructure = Devstack.at(Path.of("target", "devstack"));
        infrastructure.kill9(Component.REDIS);

        report(purchase(member + "-3", member, "2026-02-13T10:00:00Z", 650)).statusCode(202);
        awaitAwards(5);
        var without = goals();
        progress(member).body("goals[0].done", equalTo(3));
        assertThat(
                        MetricsPage.read(management)
                                .value("cairn_rules_cache_total", "outcome", "failed"))
                .isPositive();

        infrastructure.start(Component.REDIS);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            assertThat(goals()).isEqualTo(without);
                            assertThat(redis.key().keys("*" + member)).hasSize(1);
                        });
        assertThat(goals()).isEqualTo(without);
    }
}
