package dev.cairn.ledger.redemption;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.Shop.redeem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import dev.cairn.kit.db.Database;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many want the same at the same time. */
@LedgerTest
class ScarceRewardTest {
    @Inject Awards awards;
    @Inject Database database;

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private List<String> buyers(int count) {
        var members = IntStream.range(0, count).mapToObj(i -> newMember()).toList();
        awards.publish(
                members.stream().map(m -> Awards.record(award(m, "base:1", 1, 10))).toList());
        var ids = members.toArray(String[]::new);
        await().atMost(Duration.ofSeconds(60))
                .until(
                        () ->
                                database.read(
                                        tx ->
                                                tx.first(
                                                                """
                                                                SELECT count(*) AS n
                                                                FROM balance
                                                                WHERE member_id = ANY (?)
                                                                  AND active = 10
                                                                """,
                                                                row -> row.longValue("n"),
                                                                (Object) ids)
                                                        .orElseThrow()),
                        n -> n == count);
        return members;
    }

    @Test
    void oneItemAndAThousandBuyersMakeExactlyOneWinner() throws Exception {
        var reward = newReward("'price':10,'stock':1");
        var winner = new AtomicReference<String>();
        var wishes = new ArrayList<Callable<Integer>>();
        for (var buyer : buyers(1000)) {
            wishes.add(
                    () -> {
                        var answer = redeem(buyer, reward);
                        if (answer.statusCode() == 201) {
                            winner.set(answer.path("id"));
                        } else {
                            answer.then().body("type", endsWith("reward-sold-out"));
                        }
                        return answer.statusCode();
                    });
        }

        var answers = Calls.atOnce(wishes);

        assertThat(answers).isEqualTo(Map.of(201, 1L, 409, 999L));

        Shop.cancel(winner.get()).then().statusCode(200);
        redeem(buyers(1).getFirst(), reward).then().statusCode(201);
    }

    @Test
    void twoHundredParallelSpendsOfOneMemberGiveNoConflictAndNoOverspend() throws Exception {
        var member = newMember();
        var reward = newReward("'price':10");
        awards.grant(member, 1500);
        var wishes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 200; i++) {
            wishes.add(() -> redeem(member, reward).statusCode());
        }

        var answers = Calls.atOnce(wishes);

        assertThat(answers).isEqualTo(Map.of(201, 150L, 422, 50L));
        awards.awaitBalance(member, 0);
    }

    @Test
    void aLimitHoldsUnderParallelWishes() throws Exception {
        var member = newMember();
        var reward = newReward("'price':10,'limit':{'limit':3,'per':'ever'}");
        awards.grant(member, 1000);
        var wishes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 30; i++) {
            wishes.add(() -> redeem(member, reward).statusCode());
        }

        assertThat(Calls.atOnce(wishes)).isEqualTo(Map.of(201, 3L, 409, 27L));
    }
}
