package dev.cairn.ledger.autoredeem;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.autoredeem.StandingOrderScene.PROBLEMS;
import static dev.cairn.ledger.autoredeem.StandingOrderScene.TERMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What standing orders do when their time comes, and what they do not. */
@LedgerTest
class AutoRedeemSweepTest {
    @Inject CairnClock clock;
    @Inject Awards awards;
    @Inject StandingOrderScene scene;

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    @Test
    void aCrossingOfTheThresholdIsPaidOnce() {
        var reward = newReward("'price':90" + TERMS);
        Orders.on(scene.member, reward, 0);
        scene.earn("base:1", 199, 199);
        scene.sweep();
        scene.expect(199, 0);

        scene.earn("base:2", 1, 200);
        scene.sweep();
        scene.sweep();
        scene.expect(20, 2);

        scene.earn("base:3", 100, 120);
        scene.sweep();
        scene.expect(120, 2);
        scene.earn("base:4", 80, 200);
        scene.sweep();
        scene.expect(20, 4);
    }

    @Test
    void manyLooksAtOncePayOnce() throws Exception {
        Orders.on(scene.member, newReward("'price':90" + TERMS), 0);
        scene.earn(200);
        var looks = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 8; i++) {
            looks.add(
                    () -> {
                        scene.sweep();
                        return 0;
                    });
        }

        assertThat(Calls.atOnce(looks)).isEqualTo(Map.of(0, 8L));

        scene.expect(20, 2);
    }

    @Test
    void theReserveIsLeft() {
        Orders.on(scene.member, newReward("'price':90" + TERMS), 150);
        scene.earn(500);

        scene.sweep();

        scene.expect(230, 3);
        Orders.of(scene.member).body("status", equalTo("on"));
    }

    @Test
    void itIsAnOrdinaryRedemptionThatSaysWhy() {
        Orders.on(scene.member, newReward("'price':90" + TERMS), 0);
        scene.earn(200);
        scene.sweep();

        var taken = Orders.taken(scene.member);

        assertThat(taken).extracting(each -> each.get("automatic")).containsOnly(true);
        assertThat(taken).extracting(each -> each.get("status")).containsOnly("fulfilled");
        Calls.get(TestTokens.member(scene.member), "/v1/me/points/entries?kind=redeemed")
                .then()
                .body("items.reason[0]", equalTo("A thing: your standing order."));
        Calls.get(TestTokens.pos("shop"), "/v1/redemptions/" + taken.getFirst().get("id"))
                .then()
                .statusCode(200)
                .body("automatic", equalTo(true));
    }

    @Test
    void eachGetsItsOwnCode() {
        var reward = newReward("'type':'voucher-code','price':90" + TERMS);
        Calls.post(
                        TestTokens.staff("manager"),
                        "/v1/rewards/" + reward + "/codes",
                        Map.of("codes", List.of(reward + "-A", reward + "-B")))
                .then()
                .statusCode(201);
        Orders.on(scene.member, reward, 0);
        scene.earn(300);

        scene.sweep();

        scene.expect(120, 2);
        assertThat(Orders.taken(scene.member))
                .extracting(each -> each.get("code"))
                .containsExactlyInAnyOrder(reward + "-A", reward + "-B");
        Orders.of(scene.member).body("blocked.type", equalTo(PROBLEMS + "codes-exhausted"));
    }

    @Test
    void timePassesFirst() {
        var expiresAt = clock.instant().plus(Duration.ofHours(1));
        Orders.on(scene.member, newReward("'price':90" + TERMS), 0);
        awards.publish(
                award(scene.member, "base:1", 1, 100, null, expiresAt),
                award(scene.member, "base:2", 1, 100, expiresAt, null),
                award(scene.member, "base:3", 1, 50));
        awards.awaitBalance(scene.member, 150);

        scene.sweepAt(expiresAt);

        scene.expect(150, 0);
    }

    @Test
    void aWishOfTheMemberIsNotAutomatic() {
        scene.earn(100);
        Shop.redeemed(scene.member, newReward("'price':90" + TERMS));

        assertThat(Orders.taken(scene.member))
                .extracting(each -> each.get("automatic"))
                .containsOnly(false);
    }

    @Test
    void withoutAnOrderNothingHappens() {
        newReward("'price':90" + TERMS);
        scene.earn(500);
        scene.sweep();
        scene.expect(500, 0);

        Orders.on(scene.member, newReward("'price':90" + TERMS), 0);
        Orders.off(scene.member);
        scene.sweep();
        scene.expect(500, 0);
    }

    @Test
    void aDayHasANumberAndTheRestComesTheNextDay() {
        var reward = newReward("'price':90,'autoRedeem':{'threshold':100,'mostPerDay':2}");
        Orders.on(scene.member, reward, 0);
        scene.earn(500);
        scene.sweep();
        scene.sweep();
        scene.expect(320, 2);
        Orders.of(scene.member).body("status", equalTo("on"));

        scene.sweepAt(clock.instant().plus(Duration.ofDays(1)));
        scene.expect(140, 4);
    }

    @Test
    void pointsBecomeMoneyAtTheRateOfTheDay() {
        var reward = newReward(AutoRedeemResourceTest.payment());
        Orders.on(scene.member, reward, 101);
        scene.earn(300);

        scene.sweep();
        scene.sweep();

        scene.expect(102, 1);
        assertThat(Orders.taken(scene.member).getFirst())
                .containsEntry("points", 198)
                .containsEntry("money", Map.of("minor", 99, "currency", "EUR", "rate", "1"));
    }
}
