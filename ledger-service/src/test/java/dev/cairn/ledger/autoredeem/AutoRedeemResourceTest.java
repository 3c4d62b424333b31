package dev.cairn.ledger.autoredeem;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.get;
import static dev.cairn.ledger.Calls.put;
import static dev.cairn.ledger.Calls.refused;
import static dev.cairn.ledger.Shop.newReward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@LedgerTest
class AutoRedeemResourceTest {
    private static final String TERMS = ",'autoRedeem':{'threshold':200,'mostPerDay':3}";

    @Inject CairnClock clock;
    @Inject Database database;

    private final String member = newMember();

    private Response wish(Object body) {
        return put(TestTokens.member(member), Orders.PATH, body);
    }

    @Test
    void nobodyHasOneWhoDidNotAskForIt() {
        Orders.of(member).body("status", equalTo("off")).body("reward", equalTo(null));
    }

    @Test
    void aMemberSwitchesItOnAndOff() {
        var reward = newReward("'price':100" + TERMS);

        Orders.on(member, reward, 50)
                .body("status", equalTo("on"))
                .body("reward", equalTo(reward))
                .body("currency", equalTo("points"))
                .body("reserve", equalTo(50))
                .body("terms.threshold", equalTo(200))
                .body("terms.mostPerDay", equalTo(3))
                .body("since", notNullValue())
                .body("blocked", equalTo(null));

        Orders.of(member).body("status", equalTo("on")).body("reserve", equalTo(50));
        Orders.off(member).body("status", equalTo("off"));
        Orders.of(member).body("status", equalTo("off"));
        Orders.off(member).body("status", equalTo("off"));
    }

    @Test
    void aNewOrderTakesThePlaceOfTheOneBefore() {
        Orders.on(member, newReward("'price':100" + TERMS), 50);
        var other = newReward("'prices':[{'currency':'miles','points':7}]" + TERMS);

        wish(Map.of("reward", other)).then().statusCode(200).body("currency", equalTo("miles"));

        Orders.of(member).body("reward", equalTo(other)).body("reserve", equalTo(0));
    }

    @Test
    void theCatalogueSaysWhatCanBeHadByItself() {
        var reward = newReward("'price':100,'autoRedeem':{'threshold':200}");
        var seen = Shop.seen(TestTokens.member(member), reward);
        assertThat(seen.getInt("autoRedeem.threshold")).isEqualTo(200);
        assertThat(seen.getInt("autoRedeem.mostPerDay")).isEqualTo(10);
    }

    @Test
    void staffSeeItAndOthersDoNot() {
        Orders.on(member, newReward("'price':100" + TERMS), 0);
        var path = "/v1/members/" + member + "/auto-redeem";

        for (var role : new String[] {"support", "auditor"}) {
            get(TestTokens.staff(role), path).then().body("status", equalTo("on"));
        }
        get(TestTokens.staff("manager"), path).then().statusCode(403);
        get(TestTokens.member(member), path).then().statusCode(403);
        Orders.of(newMember()).body("status", equalTo("off"));
        refused(get(TestTokens.staff("support"), "/v1/members/-/auto-redeem"), 404, "not-found");
        get(TestTokens.staff("support"), Orders.PATH).then().statusCode(403);
    }

    @Test
    void whatCannotBeHadByItselfIsRefused() {
        refused(wish(Map.of("reward", "no-such-thing")), 404, "reward-unknown");
        refused(wish(Map.of("reward", newReward("'price':100"))), 422, "auto-redeem-not-offered");
        refused(
                wish(Map.of("reward", newReward("'price':9,'active':false" + TERMS))),
                404,
                "reward-unknown");
        var reward = newReward("'price':100" + TERMS);
        refused(
                        wish(Map.of("reward", reward, "currency", "miles")),
                        422,
                        "reward-has-no-such-price")
                .body("currencies[0]", equalTo("points"));
        var gold = newReward("'prices':[{'points':100,'tiers':['gold']}]" + TERMS);
        refused(wish(Map.of("reward", gold)), 403, "reward-not-for-you");
        var money = newReward(payment());
        refused(wish(Map.of("reward", money, "currency", "miles")), 422, "reward-has-no-such-price")
                .body("currencies[0]", equalTo("points"));

        Orders.of(member).body("status", equalTo("off"));
    }

    static String payment() {
        return "'payment':{'money':'EUR','rates':[{'version':'1',"
                + "'since':'2026-01-01T00:00:00Z','points':100,'minor':50}]}"
                + TERMS;
    }

    @Test
    void whoIsGoneHasNone() {
        var reward = newReward("'price':100" + TERMS);
        database.transact(
                tx ->
                        tx.update(
                                "INSERT INTO member_standing (member_id, erased_at) VALUES (?, ?)",
                                member,
                                clock.instant()));

        refused(wish(Map.of("reward", reward)), 409, "account-closed");
    }

    @Test
    void aFrozenMemberSeesThatItIsBlocked() {
        Orders.on(member, newReward("'price':100" + TERMS), 0);

        Calls.freeze(member);

        Orders.of(member)
                .body("status", equalTo("blocked"))
                .body("blocked.type", equalTo("https://cairn.dev/problems/account-frozen"));
    }

    @Test
    void whatIsNotOfferedAnyMoreIsBlocked() {
        var reward = newReward("'price':100" + TERMS);
        Orders.on(member, reward, 0);

        Shop.put(reward, "'price':100").then().statusCode(200);

        Orders.of(member)
                .body("status", equalTo("blocked"))
                .body(
                        "blocked.type",
                        equalTo("https://cairn.dev/problems/auto-redeem-not-offered"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{\"reward\":\"\"}",
                "{\"reward\":\"coffee\",\"reserve\":-1}",
                "{\"reward\":\"coffee\",\"reserve\":1000000000001}",
                "{\"reward\":\"coffee\",\"reserve\":1.5}",
                "{\"reward\":\"coffee\",\"currency\":\"\"}",
                "{\"reward\":\"coffee\",\"threshold\":1}",
                "{\"reward\":"
            })
    void badOrdersAreRefused(String body) {
        wish(body).then().statusCode(400);

        Orders.of(member).body("status", equalTo("off"));
    }
}
