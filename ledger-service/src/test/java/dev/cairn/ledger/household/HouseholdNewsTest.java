package dev.cairn.ledger.household;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.delete;
import static dev.cairn.ledger.Calls.get;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.People;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a household's points when its members are merged or erased. */
@LedgerTest
class HouseholdNewsTest {
    private static final String PATH = "/v1/me/household";

    @Inject Awards awards;
    @Inject People people;

    private final String owner = newMember();
    private final String other = newMember();
    private final String kept = newMember();
    private String household;

    @BeforeEach
    void theOwnerGaveFiveHundred() {
        household = founds(owner);
        awards.grant(owner, 500);
        gives(owner, 500);
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private static Response call(String member, String path, Object body) {
        return post(TestTokens.member(member), PATH + path, body);
    }

    private static String founds(String member) {
        return call(member, "", "").then().statusCode(201).extract().path("id");
    }

    private static void gives(String member, long points) {
        call(member, "/donations", Map.of("points", points)).then().statusCode(201);
    }

    private void joins(String member) {
        String token = call(owner, "/invitations", "").then().extract().path("token");
        call(member, "/join", Map.of("token", token)).then().statusCode(201);
    }

    private static Response leaves(String member) {
        return delete(TestTokens.member(member), PATH + "/membership");
    }

    private static Response mine(String member) {
        return get(TestTokens.member(member), PATH);
    }

    @Test
    void thePoolOfTheOnlyMemberIsForfeitedWithTheMember() {
        people.erase(owner);

        points(household).body("active", equalTo(0));
        points(owner).body("active", equalTo(0)).body("adjusted", equalTo(-500));
    }

    @Test
    void whatAnErasedMemberGaveStaysWithTheRest() {
        joins(other);

        people.erase(owner);

        mine(other).then().body("owner", equalTo(other)).body("points.points", equalTo(500));
        points(owner).body("adjusted", equalTo(0));
    }

    @Test
    void anErasedMemberTakesNobodysPlace() {
        joins(other);
        people.erase(kept);

        people.merge(owner, kept);

        mine(other).then().body("owner", equalTo(other)).body("points.points", equalTo(500));
        mine(kept).then().statusCode(404);
    }

    @Test
    void whoIsMergedTakesThePoolAlongIntoAnotherHousehold() {
        var second = founds(kept);

        people.merge(owner, kept);

        points(household).body("active", equalTo(0));
        points(kept).body("active", equalTo(500));
        mine(kept).then().body("id", equalTo(second)).body("points.points", equalTo(0));
    }

    @Test
    void whoIsMergedTakesItsShareAlongWhenOthersStay() {
        joins(other);
        awards.grant(other, 70);
        gives(other, 70);
        founds(kept);

        people.merge(owner, kept);

        points(kept).body("active", equalTo(500));
        mine(other)
                .then()
                .body("members.member", equalTo(List.of(other)))
                .body("owner", equalTo(other))
                .body("points.points", equalTo(70));
    }

    @Test
    void twoOfOneHouseholdBecomeOneAndTheirPointsStay() {
        joins(kept);

        people.merge(owner, kept);

        mine(kept)
                .then()
                .body("members.member", equalTo(List.of(kept)))
                .body("owner", equalTo(kept))
                .body("points.points", equalTo(500));
    }

    @Test
    void whoGoesOnForAnotherGetsBackWhatTheOtherGave() {
        joins(other);

        people.merge(owner, kept);
        mine(kept).then().body("owner", equalTo(kept));
        leaves(kept).then().body("returned.points", equalTo(500));

        points(kept).body("active", equalTo(500));
        mine(other).then().body("points.points", equalTo(0));
    }

    @Test
    void whoGoesOnAtTheEndOfAChainTakesThePlace() {
        people.merge(kept, other);

        people.merge(owner, kept);

        mine(other)
                .then()
                .body("members.member", equalTo(List.of(other)))
                .body("owner", equalTo(other));
    }

    @Test
    void nobodyPutsPointsIntoAHouseholdThatIsOver() {
        leaves(owner).then().body("returned.points", equalTo(500));
        var gift = Map.of("to", household, "points", 10);
        var byHand = Map.of("member", household, "points", 10, "reason", "goodwill");
        var support = TestTokens.staff("support");

        refused(post(TestTokens.member(owner), "/v1/me/transfers", gift), 409, "account-closed");
        refused(post(support, "/v1/adjustments", byHand), 409, "account-closed");
    }

    @Test
    void noShopHoldsPointsOfAHousehold() {
        var wish = Map.of("member", household, "points", 10, "reference", "till-1");

        refused(post(TestTokens.staff("pos"), "/v1/holds", wish), 403, "forbidden");
    }

    @Test
    void whoIsGoneFoundsNothingAndJoinsNothing() {
        people.note(other, "erased");
        String token = call(owner, "/invitations", "").then().extract().path("token");

        refused(call(other, "", ""), 409, "account-closed");
        refused(call(other, "/join", Map.of("token", token)), 409, "account-closed");
        joins(kept);
    }
}
