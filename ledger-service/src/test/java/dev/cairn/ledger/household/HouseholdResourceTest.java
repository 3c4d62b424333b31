package dev.cairn.ledger.household;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.delete;
import static dev.cairn.ledger.Calls.get;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.contracts.MemberEvent.MemberMerged;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class HouseholdResourceTest {
    private static final String PATH = "/v1/me/household";

    @Inject Awards awards;
    @Inject Database database;
    @Inject CairnClock clock;
    @Inject HouseholdNews news;

    private final String owner = newMember();
    private final String other = newMember();
    private String household;

    @BeforeEach
    void thereIsAHousehold() {
        household = call(owner, "", "").then().statusCode(201).extract().path("id");
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private static Response call(String member, String path, Object body) {
        return post(TestTokens.member(member), PATH + path, body);
    }

    private String invitation() {
        return call(owner, "/invitations", "").then().statusCode(201).extract().path("token");
    }

    private static Response join(String member, String token) {
        return call(member, "/join", Map.of("token", token));
    }

    private void joins(String member) {
        join(member, invitation()).then().statusCode(201);
    }

    private static Response donate(String member, long points) {
        return call(member, "/donations", Map.of("points", points));
    }

    private static Response withdraw(String member, long points) {
        return call(member, "/withdrawals", Map.of("points", points));
    }

    private static Response leave(String member) {
        return delete(TestTokens.member(member), PATH + "/membership");
    }

    private void tell(MemberEvent event) {
        database.transact(tx -> news.on(tx, event, Cause.none()));
    }

    @Test
    void whoIsInvitedJoinsOnce() {
        var token = invitation();
        var key = newKey();
        var wish = Map.of("token", token);
        var path = PATH + "/join";

        post(TestTokens.member(other), path, wish, key)
                .then()
                .statusCode(201)
                .body("id", equalTo(household))
                .body("owner", equalTo(owner))
                .body("members.member", equalTo(List.of(owner, other)));
        post(TestTokens.member(other), path, wish, key).then().statusCode(200);

        refused(join(newMember(), token), 404, "invitation-invalid");
        refused(join(newMember(), "guess"), 404, "invitation-invalid");
        refused(join(other, invitation()), 409, "household-member-already");
        refused(call(other, "", ""), 409, "household-member-already");
        refused(call(other, "/invitations", ""), 403, "forbidden");
        refused(call(newMember(), "/invitations", ""), 404, "household-unknown");
        assertThat(join(newMember(), "").statusCode()).isEqualTo(400);
    }

    @Test
    void theTokenIsKeptNowhere() {
        var token = invitation();
        joins(newMember());
        join(other, token).then().statusCode(201);

        var mentions =
                database.read(
                        tx ->
                                tx.first(
                                                """
                                                SELECT (SELECT count(*) FROM idempotency AS i
                                                        WHERE i::text LIKE ?)
                                                     + (SELECT count(*)
                                                        FROM household_invitation AS h
                                                        WHERE h::text LIKE ?) AS n
                                                """,
                                                row -> row.longValue("n"),
                                                "%" + token + "%",
                                                "%" + token + "%")
                                        .orElseThrow());
        assertThat(mentions).isZero();
    }

    @Test
    void aHouseholdNeverHasTooManyMembers() throws Exception {
        var joins = new ArrayList<Callable<Response>>();
        for (var i = 0; i < 9; i++) {
            var token = invitation();
            joins.add(() -> join(newMember(), token));
        }
        var in = 0;
        try (var threads = Executors.newFixedThreadPool(9)) {
            for (var answer : threads.invokeAll(joins)) {
                if (answer.get().statusCode() == 201) {
                    in++;
                } else {
                    refused(answer.get(), 409, "household-full").body("most", equalTo(6));
                }
            }
        }
        assertThat(in).isEqualTo(5);
    }

    @Test
    void membersGiveAndTheOwnerTakes() {
        joins(other);
        awards.grant(other, 100);

        donate(other, 80).then().statusCode(201).body("balance", equalTo(20));
        get(TestTokens.member(owner), PATH).then().body("points.points", equalTo(80));
        withdraw(owner, 50).then().statusCode(201).body("points", equalTo(50));

        points(owner).body("active", equalTo(50));
        points(other).body("active", equalTo(20));
        refused(withdraw(other, 10), 403, "forbidden");
        refused(withdraw(owner, 31), 422, "insufficient-points").body("missing", equalTo(1));
        refused(donate(other, 21), 422, "insufficient-points").body("missing", equalTo(1));
        refused(donate(newMember(), 10), 404, "household-unknown");
        refused(withdraw(newMember(), 10), 404, "household-unknown");
        assertThat(donate(other, 0).statusCode()).isEqualTo(400);
        assertThat(withdraw(owner, -1).statusCode()).isEqualTo(400);
    }

    @Test
    void whoLeavesTakesAlongWhatIsLeftOfTheirsAtItsAge() {
        joins(other);
        var expiry = clock.instant().plus(Duration.ofDays(3650));
        awards.publish(award(other, "base:1", 1, 60, null, expiry));
        awards.awaitBalance(other, 60);
        awards.grant(owner, 40);
        donate(other, 60).then().statusCode(201);
        donate(owner, 40).then().statusCode(201);
        withdraw(owner, 25).then().statusCode(201);

        leave(other)
                .then()
                .statusCode(200)
                .body("household", equalTo(household))
                .body("returned", equalTo(Map.of("points", 35)));

        points(other)
                .body("active", equalTo(35))
                .body("nextExpiries.at", equalTo(List.of(expiry.toString())));
        get(TestTokens.member(owner), PATH)
                .then()
                .body("points.points", equalTo(40))
                .body("members.member", equalTo(List.of(owner)));
        refused(leave(other), 404, "household-unknown");
        refused(get(TestTokens.member(other), PATH), 404, "household-unknown");
    }

    @Test
    void theOwnerPassesOnAndTheLastOneTakesEverything() {
        joins(other);
        awards.grant(owner, 30);
        awards.grant(other, 70);
        donate(owner, 30).then().statusCode(201);
        donate(other, 70).then().statusCode(201);
        var token = invitation();

        leave(owner).then().body("returned.points", equalTo(30));
        get(TestTokens.member(other), PATH).then().body("owner", equalTo(other));
        withdraw(other, 10).then().statusCode(201);
        leave(other).then().body("returned.points", equalTo(60));

        points(other).body("active", equalTo(70));
        refused(join(owner, token), 404, "invitation-invalid");
        call(owner, "", "").then().statusCode(201);
    }

    @Test
    void theOwnerLetsAMemberGo() {
        joins(other);
        awards.grant(other, 20);
        donate(other, 20).then().statusCode(201);
        var path = PATH + "/members/" + other;

        refused(delete(TestTokens.member(newMember()), path), 404, "household-unknown");
        refused(delete(TestTokens.member(other), PATH + "/members/" + owner), 403, "forbidden");
        delete(TestTokens.member(owner), path)
                .then()
                .statusCode(200)
                .body("returned.points", equalTo(20));
        refused(delete(TestTokens.member(owner), path), 404, "household-unknown");
        points(other).body("active", equalTo(20));
    }

    @Test
    void whoIsFrozenNeitherGivesNorTakes() {
        awards.grant(owner, 50);
        donate(owner, 20).then().statusCode(201);
        Calls.freeze(owner);

        refused(donate(owner, 10), 409, "account-frozen");
        refused(withdraw(owner, 10), 409, "account-frozen");
    }

    @Test
    void whoGoesOnForAnotherTakesTheirPlace() {
        joins(other);
        var kept = newMember();

        tell(new MemberMerged(owner, kept, clock.instant()));
        get(TestTokens.member(kept), PATH)
                .then()
                .body("owner", equalTo(kept))
                .body("members.member", equalTo(List.of(kept, other)));

        tell(new MemberErased(kept, clock.instant()));
        get(TestTokens.member(other), PATH)
                .then()
                .body("owner", equalTo(other))
                .body("members.member", equalTo(List.of(other)));
    }

    @Test
    void allTakeAndGiveAtOnceAndNothingIsLost() throws Exception {
        joins(other);
        awards.grant(owner, 500);
        awards.grant(other, 500);
        donate(owner, 200).then().statusCode(201);
        var work = new ArrayList<Callable<Response>>();
        for (var i = 0; i < 20; i++) {
            work.add(() -> donate(owner, 10));
            work.add(() -> donate(other, 10));
            work.add(() -> withdraw(owner, 10));
        }
        work.add(() -> leave(other));
        try (var threads = Executors.newFixedThreadPool(12)) {
            for (var answer : threads.invokeAll(work)) {
                assertThat(answer.get().statusCode()).isLessThan(500);
            }
        }
        leave(owner).then().statusCode(200);

        long mine = points(owner).extract().jsonPath().getLong("active");
        long theirs = points(other).extract().jsonPath().getLong("active");
        assertThat(mine + theirs).isEqualTo(1000);
    }
}
