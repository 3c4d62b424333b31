package dev.cairn.ledger.transfer;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.get;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
    private final String anna = TestTokens.of("anna", "cairn-desk", "support").token();
    private final String bert = TestTokens.of("bert", "cairn-desk", "support").token();
    private final String boss = TestTokens.staff("manager");

    @BeforeEach
    void theGiverHasPoints() {
        awards.grant(giver, 30_000);
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private Response ask(long points) {
        return post(
                anna,
                PATH,
                Map.of("from", giver, "to", receiver, "points", points, "reason", "correction"));
    }

    private String waiting(long points) {
        return ask(points)
                .then()
                .statusCode(202)
                .body("status", equalTo("waiting"))
                .body("transfer", equalTo(null))
                .extract()
                .path("id");
    }

    /** The giver gets 5,000 more and has so many then. */
    private void earnMore(long balance) {
        awards.publish(award(giver, "base:more", 1, 5_000));
        awards.awaitBalance(giver, balance);
    }

    private static Response decide(String token, String id, String what) {
        return post(token, PATH + "/" + id + "/" + what, "");
    }

    @Test
    void aLargeOneWaitsForASecondPerson() {
        var id = waiting(10_001);
        points(receiver).body("active", equalTo(0));

        refused(decide(anna, id, "approve"), 403, "second-approver-needed");
        refused(decide(anna, id, "reject"), 403, "second-approver-needed");
        for (var i = 0; i < 2; i++) {
            decide(bert, id, "approve")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("done"))
                    .body("askedBy", equalTo("anna"))
                    .body("decidedBy", equalTo("bert"))
                    .body("transfer", notNullValue());
        }

        points(giver).body("active", equalTo(19_999));
        points(receiver).body("active", equalTo(10_001));
        refused(decide(boss, id, "approve"), 409, "adjustment-decided")
                .body("state", equalTo("done"));
        refused(decide(bert, id, "reject"), 409, "adjustment-decided");
    }

    @Test
    void exactlyTheLimitNeedsNobodyElse() {
        ask(10_000).then().statusCode(201).body("balance", equalTo(20_000));

        points(receiver).body("active", equalTo(10_000));
    }

    @Test
    void aRejectedOneMovesNothing() {
        var id = waiting(20_000);

        decide(boss, id, "reject").then().statusCode(200).body("status", equalTo("rejected"));

        refused(decide(bert, id, "approve"), 409, "adjustment-decided")
                .body("state", equalTo("rejected"));
        points(giver).body("active", equalTo(30_000));
    }

    @Test
    void anApprovalThatIsNotPossibleLeavesItWaiting() {
        var id = waiting(25_000);
        ask(10_000).then().statusCode(201);

        refused(decide(bert, id, "approve"), 422, "insufficient-points")
                .body("required", equalTo(25_000))
                .body("available", equalTo(20_000));

        earnMore(25_000);
        decide(bert, id, "approve").then().statusCode(200);
        points(receiver).body("active", equalTo(35_000));
    }

    @Test
    void aFrozenMemberGivesNothingAfterwardsEither() {
        var id = waiting(20_000);
        Calls.freeze(giver);

        refused(decide(bert, id, "approve"), 409, "account-frozen");

        assertThat(listed("waiting")).contains(id);
        points(giver).body("active", equalTo(30_000));
    }

    @Test
    void ofManyThatDecideAtOnceOneWinsAndMayRepeatIt() throws Exception {
        var id = waiting(20_000);
        var decisions = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 8; i++) {
            var token = TestTokens.of("boss-" + i, "cairn-desk", "manager").token();
            decisions.add(() -> decide(token, id, "approve").statusCode());
        }
        assertThat(Calls.atOnce(decisions)).isEqualTo(Map.of(200, 1L, 409, 7L));
        points(receiver).body("active", equalTo(20_000));

        var second = waiting(10_001);
        earnMore(15_000);
        var same = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 8; i++) {
            same.add(() -> decide(bert, second, "approve").statusCode());
        }
        assertThat(Calls.atOnce(same)).isEqualTo(Map.of(200, 8L));
        points(receiver).body("active", equalTo(30_001));
    }

    @Test
    void whatWaitsIsListed() {
        var id = waiting(20_000);

        assertThat(listed("waiting")).contains(id);
        assertThat(listed("done")).doesNotContain(id);
        refused(get(boss, PATH + "?status=odd"), 400, "invalid-request");
        refused(get(boss, PATH + "?cursor=YQ"), 400, "invalid-request");
    }

    @Test
    void nonsenseDoesNotWait() {
        var self = Map.of("from", giver, "to", giver, "points", 20_000, "reason", "correction");
        refused(post(anna, PATH, self), 422, "transfer-not-possible");
        var strange = Map.of("from", giver, "to", receiver, "points", 20_000, "reason", "mood");
        refused(post(anna, PATH, strange), 422, "reason-unknown");
        refused(decide(bert, newKey(), "approve"), 404, "not-found");
        refused(decide(bert, "nothing", "reject"), 404, "not-found");
        refused(decide(TestTokens.member(giver), newKey(), "approve"), 403, "forbidden");
    }

    private List<String> listed(String status) {
        return get(bert, PATH + "?limit=200&status=" + status).jsonPath().getList("items.id");
    }
}
