package dev.cairn.ledger.autoredeem;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Shop.newReward;
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
    void aCrossingOfTheThresholdIsPaidOnce() {
        var reward = newReward("'price':90" + TERMS);
        Orders.on(member, reward, 0);
        earn("base:1", 199, 199);
        sweep();
        expect(199, 0);

        earn("base:2", 1, 200);
        sweep();
        sweep();
        expect(20, 2);

        earn("base:3", 100, 120);
        sweep();
        expect(120, 2);
        earn("base:4", 80, 200);
        sweep();
        expect(20, 4);
    }

    @Test
    void manyLooksAtOncePayOnce() throws Exception {
        Orders.on(member, newReward("'price':90" + TERMS), 0);
        awards.grant(member, 200);
        var looks = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 8; i++) {
            looks.add(
                    () -> {
                        sweep();
                        return 0;
                    });
        }

        assertThat(Shop.atOnce(looks)).isEqualTo(Map.of(0, 8L));

        expect(20, 2);
    }

    @Test
    void theReserveIsLeft() {
        Orders.on(member, newReward("'price':90" + TERMS), 150);
        awards.grant(member, 500);

        sweep();

        expect(230, 3);
        Orders.of(member).body("status", equalTo("on"));
    }

    @Test
    void itIsAnOrdinaryRedemptionThatSaysWhy() {
        Orders.on(member, newReward("'price':90" + TERMS), 0);
        awards.grant(member, 200);
        sweep();

        var taken = Orders.taken(member);

        assertThat(taken).extracting(each -> each.get("automatic")).containsOnly(true);
        assertThat(taken).extracting(each -> each.get("status")).containsOnly("fulfilled");
        Calls.get(TestTokens.member(member), "/v1/me/points/entries?kind=redeemed")
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
        Orders.on(member, reward, 0);
        awards.grant(member, 300);

        sweep();

        expect(120, 2);
        assertThat(Orders.taken(member))
                .extracting(each -> each.get("code"))
                .containsExactlyInAnyOrder(reward + "-A", reward + "-B");
        Orders.of(member).body("blocked.type", equalTo(PROBLEMS + "codes-exhausted"));
    }

    @Test
    void timePassesFirst() {
        var expiresAt = clock.instant().plus(Duration.ofHours(1));
        Orders.on(member, newReward("'price':90" + TERMS), 0);
        awards.publish(
                award(member, "base:1", 1, 100, null, expiresAt),
                award(member, "base:2", 1, 100, expiresAt, null),
                award(member, "base:3", 1, 50));
        awards.awaitBalance(member, 150);

        clock.set(expiresAt);
        sweep();

        expect(150, 0);
    }

    @Test
    void aWishOfTheMemberIsNotAutomatic() {
        awards.grant(member, 100);
        Shop.redeemed(member, newReward("'price':90" + TERMS));

        assertThat(Orders.taken(member))
                .extracting(each -> each.get("automatic"))
                .containsOnly(false);
    }

    @Test
    void withoutAnOrderNothingHappens() {
        newReward("'price':90" + TERMS);
        awards.grant(member, 500);
        sweep();
        expect(500, 0);

        Orders.on(member, newReward("'price':90" + TERMS), 0);
        Orders.off(member);
        sweep();
        expect(500, 0);
    }

    @Test
    void aDayHasANumberAndTheRestComesTheNextDay() {
        var reward = newReward("'price':90,'autoRedeem':{'threshold':100,'mostPerDay':2}");
        Orders.on(member, reward, 0);
        awards.grant(member, 500);
        sweep();
        sweep();
        expect(320, 2);
        Orders.of(member).body("status", equalTo("on"));

        clock.set(clock.instant().plus(Duration.ofDays(1)));
        sweep();
        expect(140, 4);
    }

    @Test
    void pointsBecomeMoneyAtTheRateOfTheDay() {
        var reward = newReward(AutoRedeemResourceTest.payment());
        Orders.on(member, reward, 101);
        awards.grant(member, 300);

        sweep();
        sweep();

        expect(102, 1);
        assertThat(Orders.taken(member).getFirst())
                .containsEntry("points", 198)
                .containsEntry("money", Map.of("minor", 99, "currency", "EUR", "rate", "1"));
    }
}
