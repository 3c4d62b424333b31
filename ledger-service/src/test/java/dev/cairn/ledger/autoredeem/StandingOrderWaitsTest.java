package dev.cairn.ledger.autoredeem;

import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.autoredeem.StandingOrderScene.PROBLEMS;
import static dev.cairn.ledger.autoredeem.StandingOrderScene.TERMS;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What keeps a standing order from doing what it says, and for how long. */
@LedgerTest
class StandingOrderWaitsTest {
    @Inject CairnClock clock;
    @Inject StandingOrderScene scene;

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    @Test
    void whatIsSoldOutIsTriedAgainAtTheNextChangeOrTheNextDayAndNotBefore() {
        var reward = newReward("'price':90,'stock':1" + TERMS);
        Orders.on(scene.member, reward, 0);
        scene.earn(300);
        scene.sweep();
        scene.expect(210, 1);
        Orders.of(scene.member)
                .body("status", equalTo("blocked"))
                .body("blocked.type", equalTo(PROBLEMS + "reward-sold-out"))
                .body("blocked.reward", equalTo(reward))
                .body("againAt", notNullValue());

        restock(reward);
        scene.sweep();
        scene.expect(210, 1);

        scene.earn("base:again", 10, 220);
        scene.sweep();
        scene.expect(130, 2);
        Orders.of(scene.member).body("status", equalTo("blocked"));

        restock(reward);
        scene.earn("base:more", 70, 200);
        Shop.put(reward, "'price':90,'stock':0" + TERMS).then().statusCode(200);
        scene.sweep();
        scene.expect(200, 2);
        restock(reward);
        var againAt = Instant.parse(Orders.of(scene.member).extract().path("againAt"));
        scene.sweepAt(againAt.minusSeconds(1));
        scene.expect(200, 2);
        scene.sweepAt(againAt);
        scene.expect(110, 3);
    }

    private static void restock(String reward) {
        Shop.put(reward, "'price':90,'stock':1" + TERMS).then().statusCode(200);
    }

    @Test
    void aLimitOfTheRewardHolds() {
        Orders.on(
                scene.member, newReward("'price':90,'limit':{'limit':1,'per':'ever'}" + TERMS), 0);
        scene.earn(300);

        scene.sweep();

        scene.expect(210, 1);
        Orders.of(scene.member)
                .body("blocked.type", equalTo(PROBLEMS + "reward-limit-reached"))
                .body("blocked.taken", equalTo(1));
    }

    @Test
    void aFrozenAccountWaitsForItsThaw() {
        Orders.on(scene.member, newReward("'price':90" + TERMS), 0);
        scene.earn(200);
        Calls.freeze(scene.member);
        scene.sweep();
        scene.expect(200, 0);

        Calls.delete(TestTokens.staff("support"), "/v1/members/" + scene.member + "/freeze")
                .then()
                .statusCode(200);
        scene.sweep();
        scene.expect(20, 2);
    }

    @Test
    void whatIsCancelledComesBackAndIsNotTakenAgainUnlessTheMemberSaysSo() {
        var reward = newReward("'price':90" + TERMS);
        Orders.on(scene.member, reward, 0);
        scene.earn(200);
        scene.sweep();
        for (var each : Orders.taken(scene.member)) {
            Shop.cancel(each.get("id").toString()).then().statusCode(200);
        }
        Orders.of(scene.member).body("status", equalTo("paused")).body("blocked", equalTo(null));

        scene.sweep();
        scene.sweepAt(clock.instant().plus(Duration.ofDays(1)));
        scene.earn("base:more", 100, 300);
        scene.sweep();
        scene.expect(300, 2);

        Orders.on(scene.member, reward, 0).body("status", equalTo("on"));
        scene.sweep();
        scene.expect(30, 5);
    }

    @Test
    void whatTheMemberCancelsOfHerOwnWishesPausesNothing() {
        var reward = newReward("'price':90" + TERMS);
        scene.earn(150);
        var wish = Shop.redeemed(scene.member, reward);
        Orders.on(scene.member, reward, 0);
        scene.earn("base:2", 60, 120);

        Shop.cancel(wish).then().statusCode(200);
        scene.sweep();

        scene.expect(30, 3);
    }

    @Test
    void aPartOfThePaymentThatComesBackPausesIt() {
        Orders.on(scene.member, newReward(AutoRedeemResourceTest.payment()), 0);
        scene.earn(1000);
        scene.sweep();
        var id = Orders.taken(scene.member).getFirst().get("id");

        Shop.post(
                        TestTokens.pos("shop"),
                        "/v1/redemptions/" + id + "/refunds",
                        Map.of("points", 400))
                .then()
                .statusCode(201);
        scene.sweep();

        scene.expect(400, 1);
        Orders.of(scene.member).body("status", equalTo("paused"));
    }

    @Test
    void aRewardThatBecameOneForOthersIsBlocked() {
        var reward = newReward("'price':50" + TERMS);
        Orders.on(scene.member, reward, 0);
        Shop.put(reward, "'prices':[{'points':50,'tiers':['gold']}]" + TERMS)
                .then()
                .statusCode(200);
        scene.earn(200);

        scene.sweep();

        scene.expect(200, 0);
        Orders.of(scene.member)
                .body("blocked.type", equalTo(PROBLEMS + "reward-not-for-you"))
                .body("blocked.for", equalTo(List.of("gold")));
    }
}
