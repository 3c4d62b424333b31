package dev.cairn.ledger.redemption;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.redemption.Reserving.capture;
import static dev.cairn.ledger.redemption.Reserving.captured;
import static dev.cairn.ledger.redemption.Reserving.change;
import static dev.cairn.ledger.redemption.Reserving.hold;
import static dev.cairn.ledger.redemption.Reserving.lapsesAt;
import static dev.cairn.ledger.redemption.Reserving.mine;
import static dev.cairn.ledger.redemption.Reserving.quoted;
import static dev.cairn.ledger.redemption.Reserving.reserve;
import static dev.cairn.ledger.redemption.Reserving.reserved;
import static dev.cairn.ledger.redemption.Reserving.voided;
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
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What nobody can do with a reserved reward, and what says why. */
@LedgerTest
class ReservedRefusalTest {
    @Inject Awards awards;
    @Inject CairnClock clock;

    private final String member = newMember();
    private String perk;

    @BeforeEach
    void somebodyHasPoints() {
        perk = newReward("'price':10,'stock':3");
        awards.grant(member, 30);
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    @Test
    void aRewardIsNotCapturedInPart() {
        var id = reserved(member, perk);

        refused(change(id, "capture", Map.of("points", 4)), 422, "capture-not-whole")
                .body("held", equalTo(10))
                .body("missing", equalTo(6));
        refused(change(id, "capture", Map.of("keepRest", true)), 422, "capture-not-whole")
                .body("held", equalTo(10))
                .body("missing", equalTo(0));
        refused(change(id, "capture", Map.of("points", 11)), 422, "capture-exceeds-hold")
                .body("missing", equalTo(1));
        mine(member, id).body("status", equalTo("reserved"));

        change(id, "capture", Map.of("points", 10, "keepRest", false)).then().statusCode(200);
    }

    @Test
    void pointsDoNotComeBackWithoutTheReward() {
        var id = reserved(member, perk);
        refused(change(id, "refund", Map.of("points", 10)), 409, "hold-of-reward")
                .body("state", equalTo("held"));
        captured(id);

        refused(change(id, "refund", Map.of("points", 10)), 409, "hold-of-reward")
                .body("redemption", equalTo(id))
                .body("state", equalTo("captured"));

        points(member).body("spent", equalTo(10));
    }

    @Test
    void whatIsOnlyReservedIsNeitherCancelledNorRefunded() {
        var id = reserved(member, perk);
        var until = lapsesAt(id).toString();
        var refunds = "/v1/redemptions/" + id + "/refunds";

        refused(Shop.cancel(id), 409, "redemption-reserved")
                .body("hold", equalTo(id))
                .body("reservedUntil", equalTo(until));
        refused(post(Reserving.SHOP, refunds, Map.of("points", 1)), 409, "redemption-reserved");
        mine(member, id).body("status", equalTo("reserved"));

        voided(id);
        Shop.cancel(id).then().statusCode(200).body("status", equalTo("cancelled"));
        points(member).body("active", equalTo(30));
    }

    /** The member got nothing, so nothing has to be cancelled. */
    @Test
    void whatHasLapsedIsCancelledAlready() {
        var id = reserved(member, perk);
        clock.set(lapsesAt(id));

        Shop.cancel(id)
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("balance", equalTo(30));
        points(member).body("active", equalTo(30)).body("spent", equalTo(0));
    }

    @Test
    void aQuoteLeadsToOnePurchase() {
        var quote = quoted(member, perk);
        String id = hold(quote).then().statusCode(201).extract().path("id");

        refused(hold(quote), 409, "quote-used").body("hold", equalTo(id));
        refused(Shop.redeem(member, newKey(), Map.of("quote", quote)), 409, "quote-used")
                .body("hold", equalTo(id));
        voided(id);
        refused(hold(quote), 409, "quote-used");
    }

    @Test
    void anOldQuoteReservesNothing() {
        var quote = quoted(member, perk);
        var expiresAt = clock.instant().plus(Duration.ofMinutes(15));
        clock.set(expiresAt);

        refused(hold(quote), 409, "quote-expired").body("expiredAt", equalTo(expiresAt.toString()));
    }

    @Test
    void whatIsSwitchedOffIsNotReservedButWhatWasReservedIsKept() {
        var late = quoted(member, perk);
        var id = reserved(member, perk);
        var given = reserved(member, perk);
        Shop.put(perk, "'price':10,'stock':1,'active':false").then().statusCode(200);

        refused(hold(late), 404, "reward-unknown");

        captured(id);
        voided(given);
        mine(member, id).body("status", equalTo("fulfilled"));
    }

    @Test
    void whoHasTooFewPointsReservesNothing() {
        var dear = newReward("'price':31,'stock':1");

        refused(reserve(member, dear), 422, "insufficient-points")
                .body("required", equalTo(31))
                .body("available", equalTo(30))
                .body("missing", equalTo(1));

        awards.publish(Awards.award(member, "base:more", 1, 1));
        awards.awaitBalance(member, 31);
        reserved(member, dear);
    }

    @Test
    void othersDoNotSeeIt() {
        var id = reserved(member, perk);
        var stranger = TestTokens.pos("shop-2");
        for (var what : new String[] {"capture", "void"}) {
            post(stranger, "/v1/holds/" + id + "/" + what, Map.of()).then().statusCode(404);
        }
        Calls.get(stranger, "/v1/holds/" + id).then().statusCode(404);
        mine(newMember(), id).statusCode(404);
        post(TestTokens.member(member), "/v1/holds/" + id + "/capture", Map.of())
                .then()
                .statusCode(403);
    }

    @Test
    void theSameCallsAgainAreAnsweredAsBefore() {
        var quote = quoted(member, perk);
        var key = newKey();
        var first = hold(quote, key).then().statusCode(201).extract();
        String id = first.path("id");
        var path = "/v1/holds/" + id + "/capture";
        var taking = post(Reserving.SHOP, path, Map.of(), key + "-capture");
        taking.then().statusCode(200);

        assertThat(hold(quote, key).asString()).isEqualTo(first.asString());
        assertThat(post(Reserving.SHOP, path, Map.of(), key + "-capture").asString())
                .isEqualTo(taking.asString());
        points(member).body("spent", equalTo(10)).body("active", equalTo(20));
    }

    /** Nothing of what a refused wish did may stay, above all not the points. */
    @Test
    void aRefusalStaysUnderItsKey() {
        var scarce = newReward("'price':10,'stock':1");
        var other = newMember();
        awards.grant(other, 10);
        var quote = quoted(other, scarce);
        var id = reserved(member, scarce);
        var key = newKey();
        var first = hold(quote, key);
        refused(first, 409, "reward-sold-out").body("reward", equalTo(scarce));
        voided(id);

        assertThat(hold(quote, key).asString()).isEqualTo(first.asString());

        points(other).body("active", equalTo(10)).body("held", equalTo(0));
        hold(quote).then().statusCode(201);
        refused(capture(id), 409, "hold-settled").body("state", equalTo("voided"));
    }
}
