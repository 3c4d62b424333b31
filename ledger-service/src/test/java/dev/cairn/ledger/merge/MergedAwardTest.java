package dev.cairn.ledger.merge;

import static dev.cairn.ledger.Awards.newMember;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.MemberEvent.MemberMerged;
import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is decided about an award after the member that earned it was merged. */
@LedgerTest
class MergedAwardTest {
    @Inject Awards awards;
    @Inject Database database;
    @Inject CairnClock clock;
    @Inject MergeNews news;

    private final String old = newMember();
    private final String kept = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private void merge() {
        var event = new MemberMerged(old, kept, clock.instant());
        database.transact(tx -> news.on(tx, event, Cause.none()));
    }

    private void set(String currency, int revision, long points) {
        set(currency, revision, points, null, null);
    }

    private void set(String currency, int revision, long points, String awaits, Instant expiresAt) {
        var award =
                new AwardSet(
                        "base:order",
                        revision,
                        old,
                        currency,
                        points,
                        AwardCategory.BASE,
                        Awards.EARNED,
                        null,
                        expiresAt,
                        awaits,
                        "base-earning",
                        "1",
                        null,
                        "For your order.");
        awards.publish(award);
        await().atMost(Duration.ofSeconds(20)).until(() -> ofOld("revision"), equalTo(revision));
    }

    private Object ofOld(String field) {
        return Calls.get(TestTokens.member(old), "/v1/me/points/awards")
                .then()
                .extract()
                .path("items[0]." + field);
    }

    private ValidatableResponse points(String member, String currency) {
        return Calls.get(TestTokens.member(member), "/v1/me/points?currency=" + currency)
                .then()
                .statusCode(200);
    }

    private static void give(String from, String currency, long points) {
        var wish = Map.of("to", newMember(), "points", points, "currency", currency);
        Calls.post(TestTokens.member(from), "/v1/me/transfers", wish).then().statusCode(201);
    }

    private Response decide(String decision) {
        var path = "/v1/members/" + old + "/points/awards/base:order/" + decision;
        return Calls.post(TestTokens.staff("support"), path, "");
    }

    @Test
    void whereTheRestIsWaivedAReturnTakesWhatWentOn() {
        set("mild", 1, 100);
        merge();

        set("mild", 2, 30);

        points(kept, "mild").body("active", equalTo(30));
        points(old, "mild").body("active", equalTo(0)).body("writtenOff", equalTo(0));
        set("mild", 3, 0);
        points(kept, "mild").body("active", equalTo(0));
        points(old, "mild").body("writtenOff", equalTo(0)).body("lifetimeEarned", equalTo(100));
    }

    @Test
    void whereTheRestIsForbiddenAReturnTakesAllOrNothing() {
        set("strict", 1, 100);
        merge();
        give(kept, "strict", 40);

        set("strict", 2, 30);
        points(kept, "strict").body("active", equalTo(60));
        assertThat(ofOld("uncollected")).isEqualTo(70);

        set("strict", 3, 45);
        points(kept, "strict").body("active", equalTo(5)).body("arrears", equalTo(0));
        assertThat(ofOld("uncollected")).isEqualTo(0);
    }

    @Test
    void aReturnTakesThePointsOfItsAwardBeforeOthers() {
        var soon = clock.instant().plus(Duration.ofDays(30));
        awards.publish(Awards.award(kept, "base:own", 1, 50, null, soon));
        awards.awaitBalance(kept, 50);
        set("points", 1, 100);
        merge();

        set("points", 2, 20);

        points(kept, "points")
                .body("active", equalTo(70))
                .body("nextExpiries.points", equalTo(List.of(50)));
    }

    @Test
    void whatRanOutSinceCostsTheMemberNothing() {
        var soon = clock.instant().plus(Duration.ofDays(30));
        set("points", 1, 100, null, soon);
        merge();
        give(kept, "points", 40);
        clock.set(soon);
        awards.publish(Awards.award(kept, "base:own", 1, 10));
        awards.awaitBalance(kept, 10);
        points(kept, "points").body("expired", equalTo(60));

        set("points", 2, 30, null, soon);

        points(kept, "points")
                .body("active", equalTo(0))
                .body("arrears", equalTo(0))
                .body("expired", equalTo(0));
    }

    @Test
    void anActionReachesPointsThatWaitForIt() {
        set("points", 1, 70, "delivery", null);
        merge();
        points(kept, "points").body("pending", equalTo(70)).body("active", equalTo(0));

        decide("activate").then().statusCode(200).body("state", equalTo("active"));

        points(kept, "points").body("pending", equalTo(0)).body("active", equalTo(70));
        points(old, "points").body("pending", equalTo(0)).body("active", equalTo(0));
        decide("activate").then().statusCode(200).body("state", equalTo("active"));
        Calls.refused(decide("cancel"), 409, "award-not-pending").body("state", equalTo("active"));
        points(kept, "points").body("active", equalTo(70));
    }

    @Test
    void pointsThatWaitCanBeCancelled() {
        set("points", 1, 70, "delivery", null);
        merge();

        decide("cancel").then().statusCode(200).body("state", equalTo("cancelled"));
        decide("cancel").then().statusCode(200);

        points(kept, "points").body("pending", equalTo(0)).body("arrears", equalTo(0));
    }

    @Test
    void aRevisionTakesPointsThatWaitAndEndsTheWaiting() {
        set("points", 1, 70, "delivery", null);
        merge();

        set("points", 2, 50, "delivery", null);
        points(kept, "points").body("pending", equalTo(50)).body("arrears", equalTo(0));
        set("points", 3, 40, null, null);
        points(kept, "points").body("pending", equalTo(0)).body("active", equalTo(40));
    }
}
