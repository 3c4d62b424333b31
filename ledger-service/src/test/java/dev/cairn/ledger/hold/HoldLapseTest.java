package dev.cairn.ledger.hold;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.problem;
import static dev.cairn.ledger.hold.HoldCalls.change;
import static dev.cairn.ledger.hold.HoldCalls.place;
import static dev.cairn.ledger.hold.HoldCalls.placed;
import static dev.cairn.ledger.hold.HoldCalls.post;
import static dev.cairn.ledger.hold.HoldCalls.see;
import static dev.cairn.ledger.hold.HoldCalls.wish;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How long holds last. */
@LedgerTest
class HoldLapseTest {
    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject CairnClock clock;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    @Test
    void aHoldCanBeExtendedUpToItsLongest() {
        awards.grant(member, 100);
        var id = placed(member, 10);
        var latest = Instant.parse(see(TestTokens.pos("shop"), id).extract().path("latestUntil"));

        change(id, "extend", Map.of("lapseAfter", "PT48H"))
                .then()
                .statusCode(200)
                .body("lapsesAt", equalTo(latest.minus(Duration.ofDays(5)).toString()));
        change(id, "extend", Map.of("lapseAfter", "PT1H"))
                .then()
                .body("lapsesAt", equalTo(latest.minus(Duration.ofDays(5)).toString()));
        change(id, "extend", Map.of("lapseAfter", "PT169H"))
                .then()
                .statusCode(422)
                .body("type", problem("hold-too-long"))
                .body("until", equalTo(latest.toString()));
        change(id, "extend", Map.of("lapseAfter", "PT0S")).then().statusCode(400);
        change(id, "void", "").then().statusCode(200);
        change(id, "extend", Map.of("lapseAfter", "PT1H")).then().statusCode(409);
    }

    @Test
    void aLapsedHoldIsNotCapturedEvenIfNoSweepCameBy() {
        awards.grant(member, 100);
        var id = placed(member, 60);
        var lapsesAt = Instant.parse(see(TestTokens.pos("shop"), id).extract().path("lapsesAt"));
        clock.set(lapsesAt);

        change(id, "capture", Map.of("points", 60))
                .then()
                .statusCode(409)
                .body("type", problem("hold-lapsed"))
                .body("lapsedAt", equalTo(lapsesAt.toString()));

        points(member).body("active", equalTo(100)).body("held", equalTo(0));
        see(TestTokens.pos("shop"), id).body("status", equalTo("lapsed"));
        change(id, "void", "").then().statusCode(409).body("lapsedAt", notNullValue());
    }

    @Test
    void overdueHoldsDoNotStandInTheWayOfTheNext() {
        awards.grant(member, 100);
        var id = placed(member, 60);
        clock.set(Instant.parse(see(TestTokens.pos("shop"), id).extract().path("lapsesAt")));

        place(member, 100).statusCode(201);
    }

    @Test
    void theSweepEndsHoldsAndWhatTheyFreeRunsOut() {
        var expiresAt = clock.instant().plus(Duration.ofHours(1));
        awards.publish(award(member, "base:1", 1, 100, null, expiresAt));
        awards.awaitBalance(member, 100);
        var wish = wish(member, 60);
        wish.put("lapseAfter", "PT2H");
        post("/v1/holds", "shop", newKey(), wish).then().statusCode(201);

        Calls.passUntil(management, expiresAt);
        points(member).body("expired", equalTo(40)).body("held", equalTo(60));

        Calls.passUntil(management, expiresAt.plus(Duration.ofHours(1)));
        points(member)
                .body("expired", equalTo(100))
                .body("held", equalTo(0))
                .body("active", equalTo(0));
    }
}
