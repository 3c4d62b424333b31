package dev.cairn.ledger.erasure;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.points;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.DatabaseOwner;
import dev.cairn.ledger.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of the points of somebody who is erased. */
@LedgerTest
class ErasureTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Forgotten erasure;
    @Inject DatabaseOwner owner;

    private final String member = newMember();

    private Instant noonIn(int days) {
        return clock.instant()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(days))
                .plus(Duration.ofHours(12));
    }

    private void passDays(int days) {
        given().contentType("application/json")
                .body(Map.of("now", noonIn(days).toString()))
                .put(management.resolve("/clock"))
                .then()
                .statusCode(200);
    }

    @Test
    void whatIsLeftIsForfeitedAndAllStillAddsUp() {
        awards.publish(
                award(member, "base:1", 1, 100),
                award(member, "base:2", 1, 40, clock.instant().plus(Duration.ofDays(9)), null));
        awards.awaitBalance(member, 100);
        var before = Forgotten.asAuditor("GET", "/v1/points/totals").extract().jsonPath();

        erasure.erase(member);

        points(member).body("balance", equalTo(0)).body("pending", equalTo(0));
        var after = Forgotten.asAuditor("GET", "/v1/points/totals").extract().jsonPath();
        assertThat(after.getLong("active")).isEqualTo(before.getLong("active") - 100);
        assertThat(after.getLong("pending")).isEqualTo(before.getLong("pending") - 40);
        Calls.theBooksHold();
        Forgotten.asAuditor("GET", "/v1/members/" + member + "/points/entries?kind=forfeited")
                .body("items.points", equalTo(List.of(-140)));
    }

    @Test
    void aLateAwardIsPostedAndForfeitedAtOnce() {
        awards.grant(member, 10);
        erasure.erase(member);

        awards.publish(award(member, "base:late", 1, 77));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> points(member).extract().jsonPath().getLong("lifetimeEarned") == 87);
        points(member).body("balance", equalTo(0)).body("adjusted", equalTo(-87));
        Calls.theBooksHold();
    }

    @Test
    void whatIsHeldIsForfeitedWhenItIsFreeAgain() {
        awards.grant(member, 100);
        var hold = Forgotten.hold(member, 30, "order-1");
        erasure.erase(member);
        points(member).body("balance", equalTo(0)).body("held", equalTo(30));

        given().auth()
                .oauth2(TestTokens.pos("shop-1"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .post("/v1/holds/" + hold + "/void")
                .then()
                .statusCode(200);

        points(member)
                .body("balance", equalTo(0))
                .body("held", equalTo(0))
                .body("adjusted", equalTo(-100));
        Calls.theBooksHold();
    }

    @Test
    void aMemberWithoutAccountsIsErasedToo() {
        erasure.erase(member);

        awards.publish(award(member, "base:late", 1, 5));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> points(member).extract().jsonPath().getLong("lifetimeEarned") == 5);
        points(member).body("balance", equalTo(0));
    }

    @Test
    void sealsHoldAfterAnErasure() {
        awards.grant(member, 100);
        passDays(1);
        Forgotten.asAuditor("POST", "/v1/books/seals/verify").body("holds", equalTo(true));

        erasure.erase(member);
        passDays(1);

        Forgotten.asAuditor("POST", "/v1/books/seals/verify").body("holds", equalTo(true));
    }

    @Test
    void anErasedMemberThatHasPointsIsFound() throws SQLException {
        awards.grant(member, 100);
        owner.execute(
                "INSERT INTO member_standing (member_id, erased_at) VALUES ('%s', now())"
                        .formatted(member));
        try {
            Forgotten.asAuditor("GET", "/v1/proof")
                    .body(
                            "checks.findAll { !it.holds }.name",
                            hasItem("erased-members-have-nothing"));
        } finally {
            owner.execute("DELETE FROM member_standing WHERE member_id = '%s'".formatted(member));
        }
    }
}
