package dev.cairn.ledger.redemption;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.get;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.refused;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.Shop.redeem;
import static dev.cairn.ledger.Shop.redeemed;
import static dev.cairn.ledger.redemption.Reserving.captured;
import static dev.cairn.ledger.redemption.Reserving.lapsesAt;
import static dev.cairn.ledger.redemption.Reserving.mine;
import static dev.cairn.ledger.redemption.Reserving.reserve;
import static dev.cairn.ledger.redemption.Reserving.reserved;
import static dev.cairn.ledger.redemption.Reserving.seen;
import static dev.cairn.ledger.redemption.Reserving.voided;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.clock.Sweeps;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A shop reserves a reward with its points; later the member takes it, or others can have it. */
@LedgerTest
class ReservedRewardTest {
    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Sweeps sweeps;

    private final String member = newMember();
    private final String other = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    @Test
    void whatWasReservedIsTheMembersOnceItIsCaptured() {
        var perk = newReward("'price':100");
        awards.grant(member, 150);

        var hold = reserve(member, perk);

        hold.then()
                .statusCode(201)
                .body("status", equalTo("held"))
                .body("points", equalTo(100))
                .body("reward", equalTo(perk))
                .body("title", equalTo("A thing"));
        String id = hold.path("id");
        String until = hold.path("lapsesAt");
        var since = clock.instant();
        points(member).body("active", equalTo(50)).body("held", equalTo(100));
        mine(member, id)
                .body("status", equalTo("reserved"))
                .body("reservedUntil", equalTo(until))
                .body("redeemedAt", equalTo(since.toString()))
                .body("steps.status", contains("reserved"));

        clock.set(since.plus(Duration.ofMinutes(5)));
        captured(id).body("status", equalTo("captured")).body("captured", equalTo(100));

        points(member).body("spent", equalTo(100)).body("held", equalTo(0));
        mine(member, id)
                .body("status", equalTo("fulfilled"))
                .body("reservedUntil", nullValue())
                .body("redeemedAt", equalTo(since.toString()))
                .body("steps.status", contains("reserved", "fulfilled"))
                .body("steps.at", contains(since.toString(), clock.instant().toString()));
        get(TestTokens.member(member), "/v1/me/redemptions")
                .then()
                .body("items.id", contains(id))
                .body("items.status", contains("fulfilled"));
        get(TestTokens.member(member), "/v1/me/points/entries?kind=held&kind=hold-captured")
                .then()
                .body("items.redemptionId", contains(id, id))
                .body("items.reason", contains("A thing", "A thing: reserved."));
    }

    @Test
    void goodsAreOrderedByTheCaptureAndGoTheirWay() {
        var good = newReward("'type':'good','price':10,'stock':1");
        awards.grant(member, 10);
        var id = reserved(member, good);
        var steps = "/v1/redemptions/" + id + "/steps";
        refused(Shop.post(Reserving.SHOP, steps, Map.of("to", "shipped")), 409, "step-not-possible")
                .body("state", equalTo("reserved"))
                .body("possible", equalTo(List.of()));

        captured(id);

        mine(member, id).body("status", equalTo("ordered"));
        Shop.post(Reserving.SHOP, steps, Map.of("to", "shipped")).then().statusCode(200);
        Shop.post(Reserving.SHOP, steps, Map.of("to", "delivered")).then().statusCode(200);
        mine(member, id)
                .body("steps.status", contains("reserved", "ordered", "shipped", "delivered"));
    }

    @Test
    void theLastPieceIsNobodyElsesUntilTheHoldIsVoided() {
        var scarce = newReward("'price':10,'stock':1");
        awards.grant(member, 10);
        awards.grant(other, 20);
        var id = reserved(member, scarce);

        refused(redeem(other, scarce), 409, "reward-sold-out");
        refused(reserve(other, scarce), 409, "reward-sold-out");
        points(other).body("active", equalTo(20)).body("held", equalTo(0));
        voided(id).body("status", equalTo("voided")).body("released", equalTo(10));

        mine(member, id)
                .body("status", equalTo("cancelled"))
                .body("cancelledAt", equalTo(clock.instant().toString()))
                .body("refunded", equalTo(0))
                .body("steps.status", contains("reserved", "cancelled"));
        points(member).body("active", equalTo(10));
        captured(reserved(other, scarce));
        refused(redeem(other, scarce), 409, "reward-sold-out");
    }

    @Test
    void theLastPieceIsNobodyElsesUntilTheHoldLapses() {
        var scarce = newReward("'price':10,'stock':1");
        awards.grant(member, 10);
        awards.grant(other, 10);
        var id = reserved(member, scarce);
        var end = lapsesAt(id);
        clock.set(end.minusMillis(1));
        sweeps.runDue();
        refused(redeem(other, scarce), 409, "reward-sold-out");

        clock.set(end);

        seen(id).body("status", equalTo("lapsed"));
        mine(member, id)
                .body("status", equalTo("cancelled"))
                .body("cancelledAt", equalTo(end.toString()))
                .body("reservedUntil", nullValue())
                .body("steps.status", contains("reserved", "cancelled"));
        sweeps.runDue();
        mine(member, id).body("steps.status", contains("reserved", "cancelled"));
        redeemed(other, scarce);
        refused(Reserving.capture(id), 409, "hold-lapsed")
                .body("lapsedAt", equalTo(end.toString()));
        points(member).body("active", equalTo(10)).body("spent", equalTo(0));
    }

    /** Opening the account ends what is over: points and limit need not wait for a sweep. */
    @Test
    void whoeverLetItLapseMayHaveItAgainAtOnce() {
        var once = newReward("'price':10,'limit':{'limit':1,'per':'ever'}");
        awards.grant(member, 10);
        clock.set(lapsesAt(reserved(member, once)));

        redeemed(member, once);
    }

    /** Pieces that wait to be put back are neither sold nor lost. */
    @Test
    void aPieceThatIsPutBackLaterIsPutBackOnce() {
        var scarce = newReward("'price':10,'stock':1");
        awards.grant(member, 20);
        clock.set(lapsesAt(reserved(member, scarce)));
        refused(redeem(member, scarce), 409, "reward-sold-out");
        Calls.theBooksHold();

        sweeps.runDue();
        sweeps.runDue();

        redeemed(member, scarce);
        refused(redeem(member, scarce), 409, "reward-sold-out");
    }

    @Test
    void anExtendedHoldKeepsTheRewardLonger() {
        var scarce = newReward("'price':10,'stock':1");
        awards.grant(member, 10);
        var id = reserved(member, scarce);
        var end = lapsesAt(id);
        Reserving.change(id, "extend", Map.of("lapseAfter", "PT48H")).then().statusCode(200);

        clock.set(end);
        sweeps.runDue();

        mine(member, id)
                .body("status", equalTo("reserved"))
                .body("reservedUntil", equalTo(lapsesAt(id).toString()));
        captured(id);
    }

    @Test
    void aLimitCountsWhatIsReservedButNotWhatWasCalledOff() {
        var once = newReward("'price':10,'limit':{'limit':1,'per':'ever'}");
        awards.grant(member, 100);
        var id = reserved(member, once);

        refused(redeem(member, once), 409, "reward-limit-reached").body("taken", equalTo(1));
        refused(reserve(member, once), 409, "reward-limit-reached");
        voided(id);

        captured(reserved(member, once));
        refused(redeem(member, once), 409, "reward-limit-reached");
    }

    /** Otherwise two would count on the day of the capture, and none on the day before. */
    @Test
    void aLimitCountsFromTheReservationOnNotFromTheCapture() {
        var daily = newReward("'price':10,'limit':{'limit':1,'per':'day'}");
        awards.grant(member, 100);
        clock.set(clock.instant().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(20)));
        var id = reserved(member, daily);
        Reserving.change(id, "extend", Map.of("lapseAfter", "PT48H")).then().statusCode(200);

        clock.set(clock.instant().plus(Duration.ofDays(1)));

        redeemed(member, daily);
        captured(id);
        refused(redeem(member, daily), 409, "reward-limit-reached").body("taken", equalTo(1));
    }
}
