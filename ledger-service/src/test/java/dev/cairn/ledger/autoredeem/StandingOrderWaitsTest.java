package dev.cairn.ledger.autoredeem;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Shop.newReward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
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
    private static final String TERMS = ",'autoRedeem':{'threshold':200,'mostPerDay':25}";
    private static final String PROBLEMS = "https://cairn.dev/problems/";

    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject AutoRedeemSweep sweep;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private void sweep() {
        sweep.run(clock.instant());
    }

    private void earn(String award, long points, long balance) {
        awards.publish(award(member, award, 1, points));
        awards.awaitBalance(member, balance);
    }

    private void expect(long active, int redemptions) {
        points(member).body("active", equalTo((int) active));
        assertThat(Orders.taken(member)).hasSize(redemptions);
    }

    @Test
    void whatIsSoldOutIsTriedAgainAtTheNextChangeOrTheNextDayAndNotBefore() {
        var reward = newReward("'price':90,'stock':1" + TERMS);
        Orders.on(member, reward, 0);
        awards.grant(member, 300);
        sweep();
        expect(210, 1);
        Orders.of(member)
                .body("status", equalTo("blocked"))
                .body("blocked.type", equalTo(PROBLEMS + "reward-sold-out"))
                .body("blocked.reward", equalTo(reward))
                .body("againAt", notNullValue());

        restock(reward);
        sweep();
        expect(210, 1);

        earn("base:again", 10, 220);
        sweep();
        expect(130, 2);
        Orders.of(member).body("status", equalTo("blocked"));

        restock(reward);
        earn("base:more", 70, 200);
        Shop.put(reward, "'price':90,'stock':0" + TERMS).then().statusCode(200);
        sweep();
        expect(200, 2);
        restock(reward);
        var againAt = Instant.parse(Orders.of(member).extract().path("againAt"));
        clock.set(againAt.minusSeconds(1));
        sweep();
        expect(200, 2);
        clock.set(againAt);
        sweep();
        expect(110, 3);
    }

    private static void restock(String reward) {
        Shop.put(reward, "'price':90,'stock':1" + TERMS).then().statusCode(200);
    }

    @Test
    void aLimitOfTheRewardHolds() {
        Orders.on(member, newReward("'price':90,'limit':{'limit':1,'per':'ever'}" + TERMS), 0);
        awards.grant(member, 300);

        sweep();

        expect(210, 1);
        Orders.of(member)
                .body("blocked.type", equalTo(PROBLEMS + "reward-limit-reached"))
                .body("blocked.taken", equalTo(1));
    }

    @Test
    void aFrozenAccountWaitsForItsThaw() {
        Orders.on(member, newReward("'price':90" + TERMS), 0);
        awards.grant(member, 200);
        Calls.freeze(member);
        sweep();
        expect(200, 0);

        Calls.delete(TestTokens.staff("support"), "/v1/members/" + member + "/freeze")
                .then()
                .statusCode(200);
        sweep();
        expect(20, 2);
    }

    @Test
    void whatIsCancelledComesBackAndIsNotTakenAgainUnlessTheMemberSaysSo() {
        var reward = newReward("'price':90" + TERMS);
        Orders.on(member, reward, 0);
        awards.grant(member, 200);
        sweep();
        for (var each : Orders.taken(member)) {
            Shop.cancel(each.get("id").toString()).then().statusCode(200);
        }
        Orders.of(member).body("status", equalTo("paused")).body("blocked", equalTo(null));

        sweep();
        clock.set(clock.instant().plus(Duration.ofDays(1)));
        sweep();
        earn("base:more", 100, 300);
        sweep();
        expect(300, 2);

        Orders.on(member, reward, 0).body("status", equalTo("on"));
        sweep();
        expect(30, 5);
    }

    @Test
    void whatTheMemberCancelsOfHerOwnWishesPausesNothing() {
        var reward = newReward("'price':90" + TERMS);
        awards.grant(member, 150);
        var wish = Shop.redeemed(member, reward);
        Orders.on(member, reward, 0);
        earn("base:2", 60, 120);

        Shop.cancel(wish).then().statusCode(200);
        sweep();

        expect(30, 3);
    }

    @Test
    void aPartOfThePaymentThatComesBackPausesIt() {
        Orders.on(member, newReward(AutoRedeemResourceTest.payment()), 0);
        awards.grant(member, 1000);
        sweep();
        var id = Orders.taken(member).getFirst().get("id");

        Shop.post(
                        TestTokens.pos("shop"),
                        "/v1/redemptions/" + id + "/refunds",
                        Map.of("points", 400))
                .then()
                .statusCode(201);
        sweep();

        expect(400, 1);
        Orders.of(member).body("status", equalTo("paused"));
    }

    @Test
    void aRewardThatBecameOneForOthersIsBlocked() {
        var reward = newReward("'price':50" + TERMS);
        Orders.on(member, reward, 0);
        Shop.put(reward, "'prices':[{'points':50,'tiers':['gold']}]" + TERMS)
                .then()
                .statusCode(200);
        awards.grant(member, 200);

        sweep();

        expect(200, 0);
        Orders.of(member)
                .body("blocked.type", equalTo(PROBLEMS + "reward-not-for-you"))
                .body("blocked.for", equalTo(List.of("gold")));
    }
}
