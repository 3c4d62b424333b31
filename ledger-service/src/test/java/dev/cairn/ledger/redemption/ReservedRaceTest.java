package dev.cairn.ledger.redemption;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.atOnce;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.redemption.Reserving.capture;
import static dev.cairn.ledger.redemption.Reserving.change;
import static dev.cairn.ledger.redemption.Reserving.hold;
import static dev.cairn.ledger.redemption.Reserving.lapsesAt;
import static dev.cairn.ledger.redemption.Reserving.mine;
import static dev.cairn.ledger.redemption.Reserving.quoted;
import static dev.cairn.ledger.redemption.Reserving.reserve;
import static dev.cairn.ledger.redemption.Reserving.reserved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.clock.Sweeps;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.Shop;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many shops and members at once, about one reward. */
@LedgerTest
class ReservedRaceTest {
    @Inject Awards awards;
    @Inject CairnClock clock;
    @Inject Sweeps sweeps;

    private final String member = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    @Test
    void ofTwentyParallelCapturesOneWins() throws Exception {
        var good = newReward("'type':'good','price':10,'stock':1");
        awards.grant(member, 10);
        var id = reserved(member, good);

        var answers = atOnce(Collections.nCopies(20, () -> capture(id).statusCode()));

        assertThat(answers).isEqualTo(Map.of(200, 1L, 409, 19L));
        mine(member, id).body("status", equalTo("ordered"));
        points(member).body("spent", equalTo(10));
    }

    @Test
    void ofACaptureAndAVoidAtOnceOneWins() throws Exception {
        var scarce = newReward("'price':10,'stock':1");
        awards.grant(member, 10);
        var id = reserved(member, scarce);
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 10; i++) {
            calls.add(() -> capture(id).statusCode());
            calls.add(() -> change(id, "void", Map.of()).statusCode());
        }

        assertThat(atOnce(calls)).isEqualTo(Map.of(200, 1L, 409, 19L));
        mine(member, id).body("status", oneOf("fulfilled", "cancelled"));
    }

    @Test
    void aQuoteIsEitherReservedOrUsed() throws Exception {
        var perk = newReward("'price':10,'stock':20");
        awards.grant(member, 100);
        var quote = quoted(member, perk);
        var calls = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 10; i++) {
            calls.add(() -> hold(quote).statusCode());
            calls.add(
                    () -> Shop.redeem(member, Shop.newKey(), Map.of("quote", quote)).statusCode());
        }

        assertThat(atOnce(calls)).isEqualTo(Map.of(201, 1L, 409, 19L));
    }

    @Test
    void ofThirtyMembersFiveGetThePiecesThatThereAre() throws Exception {
        var scarce = newReward("'price':10,'stock':5");
        var calls =
                members(30).stream()
                        .<Callable<Integer>>map(who -> () -> reserve(who, scarce).statusCode())
                        .toList();

        assertThat(atOnce(calls)).isEqualTo(Map.of(201, 5L, 409, 25L));
    }

    /** Buyers who notice what has lapsed meet the sweep, which does too. */
    @Test
    void whatLapsesIsGivenBackOnceWhoeverNoticesIt() throws Exception {
        var scarce = newReward("'price':10,'stock':10");
        var members = members(10);
        var last = "";
        for (var who : members) {
            last = reserved(who, scarce);
        }
        clock.set(lapsesAt(last));
        var calls = new ArrayList<Callable<Integer>>();
        members.forEach(who -> calls.add(() -> Shop.redeem(who, "coffee").statusCode()));
        calls.add(
                () -> {
                    sweeps.runDue();
                    return 422;
                });

        assertThat(atOnce(calls)).isEqualTo(Map.of(422, 11L));
        sweeps.runDue();

        assertThat(atOnce(members.stream().map(who -> taking(who, scarce)).toList()))
                .isEqualTo(Map.of(201, 10L));
    }

    /** Whoever gives one back must not keep it locked while waiting for another. */
    @Test
    void nobodyWaitsInACircleForWhatTwoLetLapse() throws Exception {
        var tea = newReward("'price':10,'stock':30");
        var cake = newReward("'price':10,'stock':30");
        var members = members(30);
        var calls = new ArrayList<Callable<Integer>>();
        var last = "";
        for (var i = 0; i < members.size(); i++) {
            var who = members.get(i);
            last = reserved(who, i % 2 == 0 ? tea : cake);
            calls.add(taking(who, i % 2 == 0 ? cake : tea));
        }
        clock.set(lapsesAt(last));

        assertThat(atOnce(calls)).isEqualTo(Map.of(201, 30L));
    }

    private static Callable<Integer> taking(String who, String reward) {
        return () -> Shop.redeem(who, reward).statusCode();
    }

    /** Members with ten points each. */
    private List<String> members(int count) {
        var members = IntStream.range(0, count).mapToObj(i -> newMember()).toList();
        awards.publish(
                members.stream().map(who -> Awards.record(award(who, "base:1", 1, 10))).toList());
        members.forEach(who -> awards.awaitBalance(who, 10));
        return members;
    }
}
