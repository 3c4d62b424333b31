package dev.cairn.ledger.expiry;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.get;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
    private final String anna = TestTokens.of("anna", "cairn-desk", "support").token();
    private final String bert = TestTokens.of("bert", "cairn-desk", "support").token();
    private final String boss = TestTokens.staff("manager");
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

    private Map<String, Object> wish(Object points) {
        var wish = new HashMap<String, Object>();
        wish.put("points", points);
        wish.put("reason", "goodwill");
        wish.put("note", "Was abroad.");
        wish.put("expiresAt", again.toString());
        return wish;
    }

    private Response ask(Object points) {
        return post(anna, "/v1/members/" + member + "/points/reinstatements", wish(points));
    }

    private String waiting(Object points) {
        return ask(points)
                .then()
                .statusCode(202)
                .body("status", equalTo("waiting"))
                .body("askedBy", equalTo("anna"))
                .body("note", equalTo(null))
                .body("balance", equalTo(null))
                .extract()
                .path("id");
    }

    private static Response decide(String token, String id, String what) {
        return post(token, PATH + "/" + id + "/" + what, "");
    }

    @Test
    void aLargeOneWaitsForASecondPerson() {
        var id = waiting(10_001);
        points(member).body("active", equalTo(0));

        refused(decide(anna, id, "approve"), 403, "second-approver-needed");
        refused(decide(anna, id, "reject"), 403, "second-approver-needed");
        for (var i = 0; i < 2; i++) {
            decide(bert, id, "approve")
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("done"))
                    .body("decidedBy", equalTo("bert"));
        }

        points(member).body("active", equalTo(10_001));
        refused(decide(boss, id, "approve"), 409, "adjustment-decided")
                .body("state", equalTo("done"));
        refused(decide(bert, id, "reject"), 409, "adjustment-decided");
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
        var id = waiting(null);

        decide(boss, id, "approve").then().statusCode(200).body("points", equalTo(20_000));

        points(member).body("active", equalTo(20_000));
    }

    @Test
    void aRejectedOneMovesNothing() {
        var id = waiting(20_000);

        decide(boss, id, "reject").then().statusCode(200).body("status", equalTo("rejected"));

        refused(decide(bert, id, "approve"), 409, "adjustment-decided")
                .body("state", equalTo("rejected"));
        points(member).body("active", equalTo(0));
    }

    @Test
    void anApprovalThatFindsTooLittleLeavesItWaiting() {
        var id = waiting(15_000);
        ask(10_000).then().statusCode(201);

        refused(decide(bert, id, "approve"), 422, "reinstatement-exceeds-expired")
                .body("required", equalTo(15_000))
                .body("available", equalTo(10_000))
                .body("missing", equalTo(5_000));

        assertThat(listed("waiting")).contains(id);
        points(member).body("active", equalTo(10_000));
    }

    @Test
    void whatWouldHaveRunOutDoesNotComeBackAnyMore() {
        var id = waiting(20_000);
        clock.set(again);

        refused(decide(bert, id, "approve"), 409, "adjustment-too-late")
                .body("expiresAt", equalTo(again.toString()))
                .body("now", equalTo(again.toString()));

        decide(bert, id, "reject").then().statusCode(200);
        points(member).body("active", equalTo(0));
    }

    @Test
    void ofManyThatDecideAtOnceOneWins() throws Exception {
        var id = waiting(20_000);
        var decisions = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 8; i++) {
            var token = TestTokens.of("boss-" + i, "cairn-desk", "manager").token();
            decisions.add(() -> decide(token, id, "approve").statusCode());
        }

        assertThat(Calls.atOnce(decisions)).isEqualTo(Map.of(200, 1L, 409, 7L));

        points(member).body("active", equalTo(20_000));
    }

    @Test
    void whatWaitsIsListedWithItsNote() {
        var id = waiting(20_000);

        assertThat(listed("waiting")).contains(id);
        assertThat(listed("done")).doesNotContain(id);
        get(boss, PATH + "?limit=200")
                .then()
                .body("items.find { it.id == '" + id + "' }.note", equalTo("Was abroad."));
        refused(get(boss, PATH + "?status=odd"), 400, "invalid-request");
        refused(get(boss, PATH + "?cursor=YQ"), 400, "invalid-request");
    }

    @Test
    void whatNobodyAskedForCannotBeDecided() {
        refused(decide(bert, newKey(), "approve"), 404, "not-found");
        refused(decide(bert, "nothing", "reject"), 404, "not-found");
        refused(decide(TestTokens.member(member), newKey(), "approve"), 403, "forbidden");
    }

    private List<String> listed(String status) {
        return get(bert, PATH + "?limit=200&status=" + status).jsonPath().getList("items.id");
    }
}
