package dev.cairn.ledger.redemption;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.atOnce;
import static dev.cairn.ledger.Calls.newKey;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.Shop.redeem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many wishes at once. */
@LedgerTest
class RedemptionRaceTest {
    @Inject Awards awards;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    @Test
    void fiftyParallelWishesOnOneAccountNeverOverspend() throws Exception {
        awards.grant(member, 1000);
        var wishes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 50; i++) {
            wishes.add(() -> redeem(member, "coffee").statusCode());
        }

        var answers = atOnce(wishes);

        assertThat(answers).isEqualTo(Map.of(201, 10L, 422, 40L));
        awards.awaitBalance(member, 0);
    }

    @Test
    void spendingWhilePointsComeAndGoNeverInventsAny() throws Exception {
        awards.grant(member, 1000);
        var wishes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 25; i++) {
            wishes.add(() -> redeem(member, "donation").statusCode());
        }
        for (var revision = 1; revision <= 20; revision++) {
            awards.publish(award(member, "base:changing", revision, revision % 4 * 300L));
        }
        awards.publish(award(member, "base:last", 1, 100_000));

        var bought = atOnce(wishes).getOrDefault(201, 0L);

        awards.awaitBalance(member, 101_000 - 50 * bought);
    }

    @Test
    void theSameWishInParallelIsGrantedOnce() throws Exception {
        awards.grant(member, 1000);
        var key = newKey();
        var wishes = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 20; i++) {
            wishes.add(() -> redeem(member, "coffee", key).statusCode());
        }

        var answers = atOnce(wishes);

        assertThat(answers).isEqualTo(Map.of(201, 1L, 200, 19L));
        awards.awaitBalance(member, 900);
    }

    @Test
    void theLastOneOfARewardHasOneBuyer() throws Exception {
        var reward = newReward("'price':10,'stock':1");
        var members = IntStream.range(0, 30).mapToObj(i -> newMember()).toList();
        awards.publish(
                members.stream().map(m -> Awards.record(award(m, "base:1", 1, 10))).toList());
        members.forEach(m -> awards.awaitBalance(m, 10));
        var wishes = new ArrayList<Callable<Integer>>();
        members.forEach(m -> wishes.add(() -> redeem(m, reward).statusCode()));

        var answers = atOnce(wishes);

        assertThat(answers).isEqualTo(Map.of(201, 1L, 409, 29L));
        redeem(member, reward).then().statusCode(422);
    }
}
