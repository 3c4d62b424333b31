package dev.cairn.ledger.expiry;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.get;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static dev.cairn.ledger.approval.TwoPeople.ANNA;
import static dev.cairn.ledger.approval.TwoPeople.BERT;
import static dev.cairn.ledger.approval.TwoPeople.BOSS;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.approval.TwoPeople;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gives back more expired points than the currency lets one person give needs another one. */
@LedgerTest
class ReinstatementApprovalTest {
    private static final String PATH = "/v1/points/reinstatements";

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject CairnClock clock;

    private final String member = newMember();
    private final TwoPeople desk = new TwoPeople(PATH);
    private Instant again;

    @BeforeEach
    void twentyThousandPointsRanOut() {
        var expired = clock.instant().plus(Duration.ofDays(2));
        awards.publish(award(member, "base:1", 1, 20_000, null, expired));
        awards.awaitBalance(member, 20_000);
        Calls.passUntil(management, expired);
        awards.awaitBalance(member, 0);
        again = expired.plus(Duration.ofDays(30));
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private Response ask(Object points) {
        var wish = new HashMap<String, Object>();
        wish.put("points", points);
        wish.put("reason", "goodwill");
        wish.put("note", "Was abroad.");
        wish.put("expiresAt", again.toString());
        return post(ANNA, "/v1/members/" + member + "/points/reinstatements", wish);
    }

    @Test
    void aLargeOneWaitsForASecondPerson() {
        var id = desk.waits(ask(10_001));
        points(member).body("active", equalTo(0));

        desk.onlyBertApproves(id);

        points(member).body("active", equalTo(10_001));
    }

    @Test
    void exactlyTheLimitNeedsNobodyElse() {
        ask(10_000)
                .then()
                .statusCode(201)
                .body("status", equalTo("done"))
                .body("balance", equalTo(10_000));

        points(member).body("active", equalTo(10_000));
    }

    @Test
    void allThatExpiredIsANumberToo() {
        var id = desk.waits(ask(null));

        desk.approve(BOSS, id).then().statusCode(200).body("points", equalTo(20_000));

        points(member).body("active", equalTo(20_000));
    }

    @Test
    void aRejectedOneMovesNothing() {
        desk.bossRejects(desk.waits(ask(20_000)));

        points(member).body("active", equalTo(0));
    }

    @Test
    void anApprovalThatFindsTooLittleLeavesItWaiting() {
        var id = desk.waits(ask(15_000));
        ask(10_000).then().statusCode(201);

        refused(desk.approve(BERT, id), 422, "reinstatement-exceeds-expired")
                .body("required", equalTo(15_000))
                .body("available", equalTo(10_000))
                .body("missing", equalTo(5_000));

        desk.findWaiting(id);
        points(member).body("active", equalTo(10_000));
    }

    @Test
    void whatWouldHaveRunOutDoesNotComeBackAnyMore() {
        var id = desk.waits(ask(20_000));
        clock.set(again);

        refused(desk.approve(BERT, id), 409, "adjustment-too-late")
                .body("expiresAt", equalTo(again.toString()))
                .body("now", equalTo(again.toString()));

        desk.bossRejects(id);
        points(member).body("active", equalTo(0));
    }

    @Test
    void thePointsComeBackOnceWhoeverApprovesAtOnce() throws Exception {
        desk.oneOfManyApproves(desk.waits(ask(20_000)));

        points(member).body("active", equalTo(20_000));
    }

    @Test
    void whoDecidesReadsTheNote() {
        var id = desk.waits(ask(20_000));

        get(BOSS, PATH + "?limit=200")
                .then()
                .body("items.find { it.id == '" + id + "' }.note", equalTo("Was abroad."));
        desk.findWaiting(id);
        desk.refuseNonsense();
    }
}
