package dev.cairn.ledger.adjustment;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.get;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class AdjustmentResourceTest {
    private static final String PATH = "/v1/adjustments";

    @Inject Awards awards;
    @Inject Database database;
    @Inject CairnClock clock;
    @Inject ForgetNotes forgetNotes;

    private final String member = newMember();
    private final String anna = TestTokens.of("anna", "cairn-desk", "support").token();
    private final String bert = TestTokens.of("bert", "cairn-desk", "support").token();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private Map<String, Object> wish(long points) {
        var wish = new HashMap<String, Object>();
        wish.put("member", member);
        wish.put("points", points);
        wish.put("reason", "goodwill");
        return wish;
    }

    private Response ask(long points) {
        return post(anna, PATH, wish(points));
    }

    private static Response decide(String token, String id, String what) {
        return post(token, PATH + "/" + id + "/" + what, "");
    }

    @Test
    void supportGivesAndTakesPointsOnce() {
        var key = newKey();

        post(anna, PATH, wish(80), key)
                .then()
                .statusCode(201)
                .body("status", equalTo("done"))
                .body("askedBy", equalTo("anna"));
        post(anna, PATH, wish(80), key).then().statusCode(200);
        ask(-30).then().statusCode(201);

        points(member).body("active", equalTo(50)).body("lifetimeEarned", equalTo(0));
        refused(post(anna, PATH, wish(81), key), 409, "idempotency-key-reused");
    }

    @Test
    void nothingGoesBelowZeroUnlessStaffSaysSo() {
        ask(50).then().statusCode(201);

        refused(ask(-70), 422, "insufficient-points")
                .body("required", equalTo(70))
                .body("available", equalTo(50))
                .body("missing", equalTo(20));
        var owed = wish(-70);
        owed.put("allowDebt", true);
        post(anna, PATH, owed).then().statusCode(201);

        points(member).body("arrears", equalTo(20)).body("balance", equalTo(-20));
    }

    @Test
    void aLargeAdjustmentWaitsForASecondPerson() {
        String id = ask(10_001).then().statusCode(202).extract().path("id");
        points(member).body("active", equalTo(0));

        refused(decide(anna, id, "approve"), 403, "second-approver-needed");
        refused(decide(anna, id, "reject"), 403, "second-approver-needed");
        decide(bert, id, "approve")
                .then()
                .statusCode(200)
                .body("status", equalTo("done"))
                .body("decidedBy", equalTo("bert"));
        decide(bert, id, "approve").then().statusCode(200);

        points(member).body("active", equalTo(10_001));
        refused(decide(TestTokens.staff("manager"), id, "approve"), 409, "adjustment-decided")
                .body("status", equalTo(409))
                .body("state", equalTo("done"));
        refused(decide(bert, id, "reject"), 409, "adjustment-decided");
    }

    @Test
    void exactlyTheLimitNeedsNobodyElse() {
        ask(10_000).then().statusCode(201);
        ask(-10_000).then().statusCode(201);
        ask(-10_001).then().statusCode(202);
    }

    @Test
    void aRejectedAdjustmentMovesNothing() {
        String id = ask(20_000).then().statusCode(202).extract().path("id");

        decide(TestTokens.staff("manager"), id, "reject")
                .then()
                .statusCode(200)
                .body("status", equalTo("rejected"));

        refused(decide(bert, id, "approve"), 409, "adjustment-decided")
                .body("status", equalTo(409))
                .body("state", equalTo("rejected"));
        points(member).body("active", equalTo(0));
    }

    @Test
    void anApprovalThatFindsTooFewPointsLeavesItWaiting() {
        String id = ask(-20_000).then().statusCode(202).extract().path("id");

        refused(decide(bert, id, "approve"), 422, "insufficient-points");
        ask(10_000).then().statusCode(201);
        ask(10_000).then().statusCode(201);
        decide(bert, id, "approve").then().statusCode(200);

        points(member).body("active", equalTo(0));
    }

    @Test
    void ofManyThatDecideAtOnceOneWins() throws Exception {
        String id = ask(30_000).then().statusCode(202).extract().path("id");
        var decisions = new ArrayList<Callable<Response>>();
        for (var i = 0; i < 10; i++) {
            var token = TestTokens.of("boss-" + i, "cairn-desk", "manager").token();
            var what = i % 2 == 0 ? "approve" : "reject";
            decisions.add(() -> decide(token, id, what));
        }
        var won = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(10)) {
            for (var answer : threads.invokeAll(decisions)) {
                if (answer.get().statusCode() == 200) {
                    won.add(answer.get().path("status"));
                } else {
                    refused(answer.get(), 409, "adjustment-decided");
                }
            }
        }
        assertThat(won).hasSize(1);
        points(member).body("active", equalTo(won.contains("done") ? 30_000 : 0));
    }

    @Test
    void aFreezeDoesNotBindStaff() {
        ask(50).then().statusCode(201);
        Calls.freeze(member);

        ask(-20).then().statusCode(201);
        ask(5).then().statusCode(201);

        points(member).body("active", equalTo(35));
    }

    @Test
    void nonsenseIsRefused() {
        refused(ask(0), 400, "invalid-request").body("field", equalTo("points"));
        var silent = wish(5);
        silent.remove("points");
        refused(post(anna, PATH, silent), 400, "invalid-request")
                .body("errors.field", hasItem("points"));
        assertThat(ask(1_000_000_000_001L).statusCode()).isEqualTo(400);
        assertThat(ask(-1_000_000_000_001L).statusCode()).isEqualTo(400);
        var past = wish(5);
        past.put("expiresAt", clock.instant().toString());
        refused(post(anna, PATH, past), 400, "invalid-request").body("field", equalTo("expiresAt"));
        var strange = wish(5);
        strange.put("reason", "mood");
        refused(post(anna, PATH, strange), 422, "reason-unknown")
                .body("known", hasItem("goodwill"));
        var shells = wish(5);
        shells.put("currency", "shells");
        refused(post(anna, PATH, shells), 422, "currency-unknown");
        assertThat(decide(bert, "nothing", "approve").statusCode()).isEqualTo(404);
        assertThat(decide(bert, newKey(), "approve").statusCode()).isEqualTo(404);
        refused(get(anna, PATH + "?status=odd"), 400, "invalid-request")
                .body("field", equalTo("status"));
        assertThat(get(anna, PATH + "?cursor=YQ").statusCode()).isEqualTo(400);
        assertThat(post(TestTokens.member(member), PATH, wish(5)).statusCode()).isEqualTo(403);
    }

    @Test
    void pointsThatWouldHaveRunOutAreNotGivenAnyMore() {
        var end = clock.instant().plus(Duration.ofDays(1));
        var wish = wish(10_001);
        wish.put("expiresAt", end.toString());
        String id = post(anna, PATH, wish).then().statusCode(202).extract().path("id");
        clock.set(end);

        refused(decide(bert, id, "approve"), 409, "adjustment-too-late")
                .body("expiresAt", equalTo(end.toString()))
                .body("now", equalTo(end.toString()));

        points(member).body("active", equalTo(0)).body("expired", equalTo(0));
        decide(bert, id, "reject").then().statusCode(200).body("status", equalTo("rejected"));
        refused(decide(bert, id, "approve"), 409, "adjustment-decided");
    }

    @Test
    void whatWaitsIsListedInPieces() {
        var asked = new HashSet<String>();
        for (var points = 10_001; points < 10_006; points++) {
            asked.add(ask(points).path("id"));
        }

        var listed = new ArrayList<String>();
        String cursor = "";
        while (cursor != null) {
            var page = get(bert, PATH + "?status=waiting&limit=2&cursor=" + cursor).jsonPath();
            listed.addAll(page.getList("items.id"));
            cursor = page.getString("next");
        }

        assertThat(listed).containsAll(asked).doesNotHaveDuplicates();
        var done = get(bert, PATH + "?status=done&limit=200").jsonPath();
        assertThat(done.<String>getList("items.id")).doesNotContainAnyElementsOf(asked);
    }

    /** Free text stands in one place, and goes when the member does. */
    @Test
    void theNoteIsNowhereOnceTheMemberIsErased() {
        var marker = "marker-" + newKey();
        var wish = wish(40);
        wish.put("note", marker);
        post(anna, PATH, wish).then().statusCode(201).body("note", equalTo(null));
        assertThat(mentions(marker)).isEqualTo(1);

        database.transact(tx -> forgetNotes.forget(tx, member));

        assertThat(mentions(marker)).isZero();
        points(member).body("active", equalTo(40));
    }

    private long mentions(String marker) {
        return database.read(
                tx ->
                        tx.first(
                                        """
                                        SELECT (SELECT count(*) FROM adjustment AS a
                                                WHERE a::text LIKE ?)
                                             + (SELECT count(*) FROM posting AS p
                                                WHERE p::text LIKE ?)
                                             + (SELECT count(*) FROM idempotency AS i
                                                WHERE i::text LIKE ?) AS n
                                        """,
                                        row -> row.longValue("n"),
                                        "%" + marker + "%",
                                        "%" + marker + "%",
                                        "%" + marker + "%")
                                .orElseThrow());
    }
}
