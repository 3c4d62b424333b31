package dev.cairn.ledger.realbugs;

import static dev.cairn.ledger.Awards.newMember;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Awards come from the broker, wishes over HTTP, time from the clock: nothing is a stand-in. */
@LedgerTest
class NineRealBugsTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject CairnClock clock;

    private final String member = newMember();
    private Instant start;

    @BeforeEach
    void now() {
        start = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    /** Credits that had been spent dropped out at their date; the debits that spent them stayed. */
    @Test
    void balanceCollapse() {
        set(base("base:1", 1, 100, inDays(10)), base("base:2", 1, 100, inDays(90)));
        awards.awaitBalance(member, 200);
        redeem(120, newKey()).statusCode(201);
        Calls.passUntil(management, inDays(10));

        points().body("balance", equalTo(80)).body("expired", equalTo(0));
    }

    /** Only one type of earning was looked at when points ran out. */
    @Test
    void pointsOfAnUnexpectedTypeNeverExpire() {
        var kinds = AwardCategory.values();
        for (var kind : kinds) {
            set(award("a:" + kind, 1, 10, kind, inDays(10)));
        }
        awards.awaitBalance(member, 10L * kinds.length);
        Calls.passUntil(management, inDays(10));

        points().body("balance", equalTo(0)).body("expired", equalTo(10 * kinds.length));
    }

    /** Buy, refund, repeat. */
    @Test
    void aRefundKeepsThePoints() {
        for (var order = 1; order <= 3; order++) {
            set(base("base:" + order, 1, 100, null), base("base:" + order, 2, 0, null));
        }
        set(base("base:last", 1, 1, null));
        awards.awaitBalance(member, 1);

        points().body("reversed", equalTo(300)).body("lifetimeEarned", equalTo(301));
    }

    /** The refund of an order paid for with points took those points again. */
    @Test
    void aRefundDeductsRedeemedPointsASecondTime() {
        set(base("base:1", 1, 100, null), base("base:2", 1, 30, null));
        awards.awaitBalance(member, 130);
        redeem(100, newKey()).statusCode(201);
        set(base("base:2", 2, 0, null));
        awards.awaitBalance(member, 0);

        points().body("spent", equalTo(100)).body("arrears", equalTo(0));
    }

    /** What was checked was the whole balance, what was deducted only a part of its rows. */
    @Test
    void redeemForever() {
        for (var kind : AwardCategory.values()) {
            set(award("a:" + kind, 1, 30, kind, null));
        }
        awards.awaitBalance(member, 30L * AwardCategory.values().length);
        redeem(100, newKey()).statusCode(201).body("balance", equalTo(20));

        redeem(100, newKey()).statusCode(422).body("missing", equalTo(80));
    }

    /** An item was voided after its points had been calculated. */
    @Test
    void pointsForVoidedItems() {
        set(base("base:1", 3, 60, null), base("base:1", 1, 100, null), base("base:1", 2, 80, null));
        set(base("base:2", 1, 1, null));
        awards.awaitBalance(member, 61);

        points().body("lifetimeEarned", equalTo(61));
    }

    /** Points had no date of their own, and could not be given one later. */
    @Test
    void expiryRetrofitted() {
        set(base("base:1", 1, 100, null));
        awards.awaitBalance(member, 100);
        redeem(30, newKey()).statusCode(201);
        set(base("base:1", 2, 100, inDays(10)));
        Awards.awaitRevision(member, "base:1", 2);
        points().body("nextExpiries.points", equalTo(List.of(70)));
        Calls.passUntil(management, inDays(10));

        points().body("balance", equalTo(0)).body("expired", equalTo(70));
    }

    /** How to spend a million points that came in small pieces. */
    @Test
    void aMillionPointsOverThousandsOfSmallLots() {
        var many = new ArrayList<AwardSet>();
        for (var i = 0; i < 4_000; i++) {
            many.add(base("base:" + i, 1, 250, inDays(30 + i % 300)));
        }
        set(many.toArray(AwardSet[]::new));
        set(base("base:last", 1, 5, null));
        awards.awaitBalance(member, 1_000_005);

        redeem(999_900, newKey()).statusCode(201).body("balance", equalTo(105));

        points().body("nextExpiries.points.sum()", equalTo(100)).body("neverExpiring", equalTo(5));
    }

    /** A till that was offline sent its redemption later, or twice, or never. */
    @Test
    void anOfflineRedemptionIsNotDeducted() {
        set(base("base:1", 1, 100, null), base("base:2", 1, 50, null));
        awards.awaitBalance(member, 150);
        var offline = newKey();
        var reward = newReward(60);
        redeem(reward, newKey()).statusCode(201);
        redeem(reward, offline).statusCode(201).body("balance", equalTo(30));
        Calls.passUntil(management, inDays(2));

        redeem(reward, offline).statusCode(200).body("balance", equalTo(30));

        points().body("balance", equalTo(30)).body("spent", equalTo(120));
    }

    private Instant inDays(int days) {
        return start.plus(Duration.ofDays(days));
    }

    private AwardSet base(String awardId, long revision, long points, Instant expiresAt) {
        return award(awardId, revision, points, AwardCategory.BASE, expiresAt);
    }

    private AwardSet award(
            String awardId, long revision, long points, AwardCategory kind, Instant expiresAt) {
        return new AwardSet(
                awardId,
                revision,
                member,
                "points",
                points,
                kind,
                start,
                null,
                expiresAt,
                null,
                "rule",
                "1",
                null,
                "For your order.");
    }

    private void set(AwardSet... some) {
        awards.publish(some);
    }

    private ValidatableResponse points() {
        return given().auth()
                .oauth2(TestTokens.member(member))
                .get("/v1/me/points")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse redeem(long price, String key) {
        return redeem(newReward(price), key);
    }

    private ValidatableResponse redeem(String reward, String key) {
        return given().auth()
                .oauth2(TestTokens.member(member))
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of("reward", reward))
                .post("/v1/me/redemptions")
                .then();
    }

    private static String newReward(long price) {
        var id = "r-" + UUID.randomUUID();
        given().auth()
                .oauth2(TestTokens.staff("manager"))
                .contentType("application/json")
                .body(Map.of("title", Map.of("en", "A thing"), "price", price))
                .put("/v1/rewards/" + id)
                .then()
                .statusCode(201);
        return id;
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
