package dev.cairn.ledger.quote;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.problem;
import static dev.cairn.ledger.Shop.newKey;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.Shop.quote;
import static dev.cairn.ledger.quote.Bills.RATES;
import static dev.cairn.ledger.quote.Bills.bill;
import static dev.cairn.ledger.quote.Bills.refund;
import static dev.cairn.ledger.quote.Bills.use;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Points pay a part of a bill and come back. */
@LedgerTest
class PaymentTest {
    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Database database;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    @Test
    void pointsPayAPartOfABillAtTheRateThatIsNamed() {
        var pay = newReward(RATES);
        awards.grant(member, 301);

        var offered = bill(member, pay, 1000, "EUR");

        offered.then()
                .statusCode(201)
                .body("points", equalTo(300))
                .body("money.minor", equalTo(150))
                .body("money.currency", equalTo("EUR"))
                .body("money.rate", equalTo("2020"));
        use(member, offered.path("id"))
                .then()
                .statusCode(201)
                .body("points", equalTo(300))
                .body("money.minor", equalTo(150))
                .body("balance", equalTo(1));
    }

    @Test
    void aSmallBillIsPaidWithAsFewPointsAsItNeeds() {
        var pay = newReward(RATES);
        awards.grant(member, 1000);

        bill(member, pay, 99, "EUR")
                .then()
                .body("points", equalTo(198))
                .body("money.minor", equalTo(99));
        quote(
                        member,
                        Map.of(
                                "reward",
                                pay,
                                "amountMinor",
                                99,
                                "moneyCurrency",
                                "EUR",
                                "points",
                                51))
                .then()
                .body("points", equalTo(50))
                .body("money.minor", equalTo(25));
    }

    @Test
    void aPaymentComesBackInPartsUntilNothingIsLeft() {
        var pay = newReward(RATES);
        var soon = clock.instant().plus(Duration.ofDays(400));
        awards.publish(
                award(member, "base:soon", 1, 100, null, soon),
                award(member, "base:never", 1, 200));
        awards.awaitBalance(member, 300);
        String id = use(member, bill(member, pay, 150, "EUR").path("id")).path("id");
        var key = newKey();

        refund(key, id, 101)
                .then()
                .statusCode(201)
                .body("points", equalTo(101))
                .body("money.minor", equalTo(50))
                .body("refundable", equalTo(199))
                .body("balance", equalTo(101));
        refund(key, id, 101).then().statusCode(200).body("refundable", equalTo(199));
        refund(key, id, 102).then().statusCode(409);
        refund(newKey(), id, 200)
                .then()
                .statusCode(422)
                .body("type", problem("refund-exceeds-capture"))
                .body("refundable", equalTo(199))
                .body("missing", equalTo(1));
        refund(newKey(), id, 100).then().statusCode(201).body("money.minor", equalTo(50));
        assertThat(expiring()).isEqualTo(1);
        refund(newKey(), id, 99)
                .then()
                .statusCode(201)
                .body("money.minor", equalTo(50))
                .body("status", equalTo("cancelled"))
                .body("balance", equalTo(300));
        assertThat(expiring()).isEqualTo(100);
        refund(newKey(), id, 1).then().statusCode(422).body("refundable", equalTo(0));
        Shop.cancel(id).then().statusCode(200).body("balance", equalTo(300));
    }

    /** Points in the lot that runs out, which was spent first and comes back last. */
    private long expiring() {
        return database.read(
                tx ->
                        tx.first(
                                        """
                                        SELECT remaining
                                        FROM lot
                                        WHERE member_id = ? AND expires_at IS NOT NULL
                                        """,
                                        row -> row.longValue("remaining"),
                                        member)
                                .orElseThrow());
    }

    @Test
    void theRestOfAPaymentCanBeCancelled() {
        var pay = newReward(RATES);
        awards.grant(member, 300);
        String id = use(member, bill(member, pay, 150, "EUR").path("id")).path("id");
        refund(newKey(), id, 100).then().statusCode(201);

        Shop.cancel(id).then().statusCode(200).body("balance", equalTo(300));
    }

    @Test
    void parallelRefundsNeverGiveBackMoreThanWasPaid() throws Exception {
        var pay = newReward(RATES);
        awards.grant(member, 100);
        String id = use(member, bill(member, pay, 50, "EUR").path("id")).path("id");
        var wishes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 20; i++) {
            wishes.add(() -> refund(newKey(), id, 30).statusCode());
        }

        assertThat(Calls.atOnce(wishes)).isEqualTo(Map.of(201, 3L, 422, 17L));
        awards.awaitBalance(member, 90);
    }

    @Test
    void onlyPaymentsComeBackInPart() {
        var reward = newReward("'price':10");
        awards.grant(member, 10);
        var id = Shop.redeemed(member, reward);

        refund(newKey(), id, 5).then().statusCode(409).body("type", problem("step-not-possible"));
        refund(newKey(), UUID.randomUUID().toString(), 5).then().statusCode(404);
        refund(newKey(), id, 0).then().statusCode(400);
    }
}
