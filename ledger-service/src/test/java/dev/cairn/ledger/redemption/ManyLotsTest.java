package dev.cairn.ledger.redemption;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Shop.newReward;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.clock.Sweep;
import dev.cairn.kit.db.Database;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import io.quarkus.arc.All;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Redemptions that use up hundreds of lots at once. */
@LedgerTest
class ManyLotsTest {
    private static final int LOTS = 300;

    @Inject Awards awards;
    @Inject Database database;
    @Inject CairnClock clock;
    @Inject @All List<Sweep> sweeps;

    private final String member = newMember();

    @BeforeEach
    void theMemberBoughtOften() {
        awards.publish(
                IntStream.range(0, LOTS)
                        .mapToObj(i -> award(member, "base:order-" + i, 1, 2))
                        .toArray(AwardSet[]::new));
        awards.awaitBalance(member, 2 * LOTS);
    }

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    @Test
    void allButTheLastLotsAreEmptied() {
        var reward = newReward("'price':501");

        Shop.redeem(member, reward).then().statusCode(201).body("balance", equalTo(99));

        assertThat(lots("remaining > 0")).isEqualTo(50);
        assertThat(lots("remaining = 1")).isEqualTo(1);
        assertThat(lots("listed")).isEqualTo(LOTS);
    }

    @Test
    void theListIsTidiedLater() {
        Shop.redeem(member, newReward("'price':501")).then().statusCode(201);

        delist();

        assertThat(lots("listed")).isEqualTo(50);
        assertThat(lots("listed AND remaining = 0")).isZero();
        Shop.redeem(member, newReward("'price':99")).then().statusCode(201);
        assertThat(lots("remaining > 0")).isZero();
    }

    @Test
    void whatWasEmptiedCanBeSpentAgainWhenItComesBack() {
        var id = Shop.redeemed(member, newReward("'price':600"));
        Shop.cancel(id).then().statusCode(200);

        delist();

        assertThat(lots("listed AND remaining = 2")).isEqualTo(LOTS);
        Shop.redeem(member, newReward("'price':600")).then().statusCode(201);
        assertThat(lots("remaining > 0")).isZero();
    }

    @Test
    void anEmptyLotThatIsStillListedPaysNothing() {
        Shop.redeem(member, newReward("'price':600")).then().statusCode(201);
        awards.publish(award(member, "base:later", 1, 7));
        awards.awaitBalance(member, 7);

        Shop.redeem(member, newReward("'price':8")).then().statusCode(422);
        Shop.redeem(member, newReward("'price':7")).then().statusCode(201);
    }

    @Test
    void aReturnOfOneOfThemFindsItEmpty() {
        Shop.redeem(member, newReward("'price':600")).then().statusCode(201);

        awards.publish(award(member, "base:order-7", 2, 0));

        awards.awaitBalance(member, -2);
    }

    private void delist() {
        sweeps.stream()
                .filter(sweep -> sweep.name().equals("delist"))
                .forEach(sweep -> sweep.run(clock.instant()));
    }

    private long lots(String condition) {
        return database.read(
                tx ->
                        tx.first(
                                        "SELECT count(*) AS n FROM lot WHERE member_id = ? AND "
                                                + condition,
                                        row -> row.longValue("n"),
                                        member)
                                .orElseThrow());
    }
}
