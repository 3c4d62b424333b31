package dev.cairn.ledger.redemption;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.get;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.refused;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.Shop.redeem;
import static dev.cairn.ledger.Shop.redeemed;
import static dev.cairn.ledger.redemption.Reserving.captured;
import static dev.cairn.ledger.redemption.Reserving.hold;
import static dev.cairn.ledger.redemption.Reserving.mine;
import static dev.cairn.ledger.redemption.Reserving.quoted;
import static dev.cairn.ledger.redemption.Reserving.reserved;
import static dev.cairn.ledger.redemption.Reserving.voided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.clock.Sweeps;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.People;
import dev.cairn.ledger.Shop;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a reserved reward, and of its points, when something becomes of the member. */
@LedgerTest
class ReservedPeopleTest {
    @Inject Awards awards;
    @Inject People people;
    @Inject CairnClock clock;
    @Inject Sweeps sweeps;

    private final String member = newMember();
    private final String other = newMember();
    private String scarce;

    @BeforeEach
    void thereIsOnePiece() {
        scarce = newReward("'price':10,'stock':1,'limit':{'limit':1,'per':'ever'}");
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private JsonPath lots() {
        return get(TestTokens.member(member), "/v1/me/points/lots").jsonPath();
    }

    /** The lot that ends first pays, and has its points back with the last day that it had. */
    @Test
    void cancellingAfterTheCaptureGivesTheSameLotsTheirPointsBack() {
        var soon = clock.instant().plus(Duration.ofDays(3));
        var later = clock.instant().plus(Duration.ofDays(9));
        awards.publish(
                award(member, "base:1", 1, 7, null, later),
                award(member, "base:2", 1, 6, null, soon));
        awards.awaitBalance(member, 13);
        var before = lots().getList("items");
        var id = reserved(member, scarce);
        captured(id);
        points(member).body("active", equalTo(3)).body("spent", equalTo(10));

        Shop.cancel(id)
                .then()
                .statusCode(200)
                .body("status", equalTo("cancelled"))
                .body("points", equalTo(10))
                .body("balance", equalTo(13));

        assertThat(lots().getList("items")).isEqualTo(before);
        mine(member, id)
                .body("refunded", equalTo(10))
                .body("steps.status", contains("reserved", "fulfilled", "cancelled"));
        Shop.cancel(id).then().statusCode(200).body("balance", equalTo(13));
        redeemed(member, scarce);
    }

    @Test
    void aFrozenAccountReservesNothingButKeepsWhatItPromised() {
        awards.grant(member, 20);
        var perk = newReward("'price':10");
        var quote = quoted(member, perk);
        var id = reserved(member, scarce);
        Calls.freeze(member);

        refused(hold(quote), 409, "account-frozen");

        captured(id);
        mine(member, id).body("status", equalTo("fulfilled"));
        Shop.cancel(id).then().statusCode(200).body("balance", equalTo(20));
    }

    @Test
    void whatIsReservedForSomebodyErasedStaysReservedAndThenItsPointsAreForfeited() {
        awards.grant(member, 30);
        awards.grant(other, 10);
        var id = reserved(member, scarce);

        people.erase(member);

        points(member).body("balance", equalTo(0)).body("held", equalTo(10));
        refused(redeem(other, scarce), 409, "reward-sold-out");
        refused(Shop.cancel(id), 409, "account-closed");
        voided(id);
        points(member).body("held", equalTo(0)).body("adjusted", equalTo(-30));
        redeemed(other, scarce);
    }

    @Test
    void whatWasReservedForSomebodyErasedCanBeCaptured() {
        awards.grant(member, 10);
        var id = reserved(member, scarce);
        people.erase(member);

        captured(id);

        get(TestTokens.staff("auditor"), "/v1/redemptions/" + id)
                .then()
                .body("status", equalTo("fulfilled"));
        points(member).body("spent", equalTo(10)).body("adjusted", equalTo(0));
    }

    @Test
    void whatIsReservedForAMergedMemberIsTheOthersToSeeAndCounts() {
        awards.grant(member, 10);
        awards.grant(other, 10);
        var quote = quoted(member, newReward("'price':1"));
        var id = reserved(member, scarce);

        people.merge(member, other);

        mine(other, id).body("status", equalTo("reserved"));
        get(TestTokens.staff("support"), "/v1/members/" + other + "/export")
                .then()
                .body("tables.redemption.id", hasItem(id));
        refused(redeem(other, scarce), 409, "reward-limit-reached").body("taken", equalTo(1));
        refused(hold(quote), 409, "account-closed");
        captured(id);
        mine(other, id).body("status", equalTo("fulfilled"));
        points(other).body("active", equalTo(10));
    }

    @Test
    void whatIsCalledOffForAMergedMemberFollowsToTheOther() {
        awards.grant(member, 10);
        awards.grant(other, 5);
        var id = reserved(member, scarce);
        people.merge(member, other);

        voided(id);

        mine(other, id).body("status", equalTo("cancelled"));
        sweeps.runDue();
        points(other).body("active", equalTo(15));
        captured(reserved(other, scarce));
    }
}
