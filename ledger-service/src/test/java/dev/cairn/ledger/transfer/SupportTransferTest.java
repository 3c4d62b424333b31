package dev.cairn.ledger.transfer;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static dev.cairn.ledger.approval.TwoPeople.ANNA;
import static dev.cairn.ledger.approval.TwoPeople.BERT;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.approval.TwoPeople;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who moves more points than the currency lets one person move needs another one. */
@LedgerTest
class SupportTransferTest {
    private static final String PATH = "/v1/transfers";

    @Inject Awards awards;

    private final String giver = newMember();
    private final String receiver = newMember();
    private final TwoPeople desk = new TwoPeople(PATH);

    @BeforeEach
    void theGiverHasPoints() {
        awards.grant(giver, 30_000);
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private Response ask(long points) {
        return ask(receiver, points, "correction");
    }

    private Response ask(String to, long points, String reason) {
        return post(
                ANNA, PATH, Map.of("from", giver, "to", to, "points", points, "reason", reason));
    }

    /** The giver gets 5,000 more and has so many then. */
    private void earnMore(long balance) {
        awards.publish(award(giver, "base:more", 1, 5_000));
        awards.awaitBalance(giver, balance);
    }

    @Test
    void aLargeOneWaitsForASecondPerson() {
        var id =
                desk.waits(ask(10_001).then().body("transfer", equalTo(null)).extract().response());
        points(receiver).body("active", equalTo(0));

        desk.onlyBertApproves(id).body("transfer", notNullValue());

        points(giver).body("active", equalTo(19_999));
        points(receiver).body("active", equalTo(10_001));
    }

    @Test
    void exactlyTheLimitNeedsNobodyElse() {
        ask(10_000).then().statusCode(201).body("balance", equalTo(20_000));

        points(receiver).body("active", equalTo(10_000));
    }

    @Test
    void aRejectedOneMovesNothing() {
        desk.bossRejects(desk.waits(ask(20_000)));

        points(giver).body("active", equalTo(30_000));
    }

    @Test
    void anApprovalThatIsNotPossibleLeavesItWaiting() {
        var id = desk.waits(ask(25_000));
        ask(10_000).then().statusCode(201);

        refused(desk.approve(BERT, id), 422, "insufficient-points")
                .body("required", equalTo(25_000))
                .body("available", equalTo(20_000));

        earnMore(25_000);
        desk.approve(BERT, id).then().statusCode(200);
        points(receiver).body("active", equalTo(35_000));
    }

    @Test
    void aFrozenMemberGivesNothingAfterwardsEither() {
        var id = desk.waits(ask(20_000));
        Calls.freeze(giver);

        refused(desk.approve(BERT, id), 409, "account-frozen");

        desk.findWaiting(id);
        points(giver).body("active", equalTo(30_000));
    }

    @Test
    void thePointsMoveOnceWhoeverApprovesAtOnce() throws Exception {
        desk.oneOfManyApproves(desk.waits(ask(20_000)));
        points(receiver).body("active", equalTo(20_000));

        var second = desk.waits(ask(10_001));
        earnMore(15_000);
        desk.bertApprovesManyTimes(second);
        points(receiver).body("active", equalTo(30_001));
    }

    @Test
    void nonsenseDoesNotWait() {
        refused(ask(giver, 20_000, "correction"), 422, "transfer-not-possible");
        refused(ask(receiver, 20_000, "mood"), 422, "reason-unknown");
        desk.refuseNonsense();
    }
}
