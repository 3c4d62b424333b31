package dev.cairn.ledger.autoredeem;

import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Shop.newReward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.testing.MetricsPage;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.DatabaseOwner;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import io.quarkus.test.common.http.TestHTTPResource;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A standing order that cannot be carried out harms nobody else's, and is tried again. */
@LedgerTest
class PoisonedOrderTest {
    private static final String RULE = "these_cannot_be_redeemed";

    @TestHTTPResource(value = "/", management = true)
    URI management;

    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject AutoRedeemSweep sweep;
    @Inject DatabaseOwner owner;

    /** In the order in which they are looked at. */
    private final List<String> members = Stream.of(newMember(), newMember()).sorted().toList();

    @AfterEach
    void theBooksHold() throws SQLException {
        owner.execute("ALTER TABLE redemption DROP CONSTRAINT IF EXISTS " + RULE);
        Calls.theBooksHold();
    }

    private void sweep() {
        sweep.run(clock.instant());
    }

    private static void expect(String member, long active, int redemptions) {
        points(member).body("active", equalTo((int) active));
        assertThat(Orders.taken(member)).hasSize(redemptions);
    }

    private double failed() {
        return MetricsPage.read(management)
                .value("cairn_ledger_auto_redemptions_total", "outcome", "failed");
    }

    @Test
    void aBlockedPaymentIsTriedAgainTheNextDayAndBlocksNobodyElse() {
        var first = members.getFirst();
        var reward = newReward("'stock':0," + AutoRedeemResourceTest.payment());
        Orders.on(first, reward, 0);
        awards.grant(first, 300);
        sweep();
        Orders.of(first).body("status", equalTo("blocked"));
        var failed = failed();

        Orders.on(members.getLast(), newReward(AutoRedeemResourceTest.payment()), 0);
        awards.grant(members.getLast(), 300);
        nextLook(first);
        expect(first, 300, 0);
        expect(members.getLast(), 0, 1);
        Orders.of(first).body("status", equalTo("blocked")).body("blocked.reward", equalTo(reward));

        Shop.put(reward, "'stock':1," + AutoRedeemResourceTest.payment()).then().statusCode(200);
        nextLook(first);
        expect(first, 0, 1);
        Orders.of(first).body("status", equalTo("on"));
        assertThat(failed()).isEqualTo(failed);
    }

    private void nextLook(String member) {
        clock.set(Instant.parse(Orders.of(member).extract().path("againAt")));
        sweep();
    }

    @Test
    void aBlockedPaymentThatIsAskedForAgainIsLookedAtAtOnce() {
        var member = members.getFirst();
        var reward = newReward("'stock':0," + AutoRedeemResourceTest.payment());
        Orders.on(member, reward, 0);
        awards.grant(member, 300);
        sweep();
        Shop.put(reward, "'stock':1," + AutoRedeemResourceTest.payment()).then().statusCode(200);

        Orders.on(member, reward, 0).body("status", equalTo("on"));
        sweep();

        expect(member, 0, 1);
    }

    @Test
    void oneThatFailsStopsNobodyElsesAndIsTriedAgainAnHourLater() throws SQLException {
        var first = members.getFirst();
        var broken = newReward(AutoRedeemResourceTest.payment());
        owner.execute(
                "ALTER TABLE redemption ADD CONSTRAINT %s CHECK (reward_id <> '%s') NOT VALID"
                        .formatted(RULE, broken));
        Orders.on(first, broken, 0);
        Orders.on(members.getLast(), newReward(AutoRedeemResourceTest.payment()), 0);
        awards.grant(first, 300);
        awards.grant(members.getLast(), 300);
        var failed = failed();

        sweep();
        sweep();
        expect(first, 300, 0);
        expect(members.getLast(), 0, 1);
        assertThat(failed()).isEqualTo(failed + 1);

        owner.execute("ALTER TABLE redemption DROP CONSTRAINT " + RULE);
        sweep();
        expect(first, 300, 0);
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        sweep();
        expect(first, 0, 1);
    }
}
