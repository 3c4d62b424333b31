package dev.cairn.ledger.points;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What runs out when adds up to what can be spent, at every moment, noticed by a sweep or not. */
@LedgerTest
class ScheduleTest {
    @Inject Awards awards;
    @Inject CairnClock clock;

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private Instant inHours(long hours) {
        return clock.instant().plus(Duration.ofHours(hours));
    }

    private static void adjust(String member, long points) {
        var wish =
                Map.of("member", member, "points", points, "reason", "goodwill", "allowDebt", true);
        post(TestTokens.staff("support"), "/v1/adjustments", wish).then().statusCode(201);
    }

    /** Waiting points pay what is owed before they can be spent. */
    @Test
    void pointsThatAreJustDuePayDebtsFirst() {
        var member = newMember();
        adjust(member, -30);
        awards.publish(award(member, "base:1", 1, 100, inHours(1), inHours(99)));
        await(member, 100);

        clock.set(inHours(1));

        points(member)
                .body("active", equalTo(70))
                .body("arrears", equalTo(0))
                .body("nextExpiries.points", equalTo(List.of(70)));
    }

    /** Nobody but the revision touches the account, and no sweep comes by before it is read. */
    @Test
    void pointsWhoseDaysComeCloserAreReadAsIfTheyHadAlwaysBeenThere() {
        var member = newMember();
        awards.publish(
                award(member, "base:1", 1, 70, null, inHours(900)),
                award(member, "base:2", 1, 30, inHours(800), inHours(900)));
        await(member, 30);
        awards.publish(
                award(member, "base:1", 2, 70, null, inHours(2)),
                award(member, "base:2", 2, 30, inHours(1), inHours(900)));
        Awards.awaitRevision(member, "base:2", 2);
        Awards.awaitRevision(member, "base:1", 2);

        clock.set(inHours(1));
        points(member)
                .body("pending", equalTo(0))
                .body("nextExpiries.points", equalTo(List.of(70, 30)));
        clock.set(inHours(1));

        points(member)
                .body("active", equalTo(30))
                .body("expired", equalTo(70))
                .body("nextExpiries.points", equalTo(List.of(30)));
    }

    @Test
    void itAddsUpWhateverHappens() {
        var seed = new Random(20260301);
        var members = Stream.generate(Awards::newMember).limit(12).toList();
        members.forEach(member -> live(member, seed));

        for (var step = 0; step < 12; step++) {
            clock.set(inHours(1 + seed.nextInt(20)));
            members.forEach(ScheduleTest::addsUp);
        }
    }

    /** Awards that wait, run out or do neither; debts; reservations of several lengths. */
    private void live(String member, Random seed) {
        var sets = new ArrayList<AwardSet>();
        var pending = 0L;
        for (var i = 0; i < 8; i++) {
            var worth = 1 + seed.nextInt(100);
            var from = seed.nextInt(3) == 0 ? 1 + seed.nextInt(100) : 0;
            var until = seed.nextInt(4) == 0 ? 0 : from + 1 + seed.nextInt(100);
            pending += from == 0 ? 0 : worth;
            sets.add(
                    award(
                            member,
                            "base:" + i,
                            1,
                            worth,
                            from == 0 ? null : inHours(from),
                            until == 0 ? null : inHours(until)));
        }
        adjust(member, seed.nextBoolean() ? -150 : 20);
        awards.publish(sets.toArray(AwardSet[]::new));
        await(member, pending);
        for (var i = 0; i < 3; i++) {
            var wish =
                    Map.of(
                            "member",
                            member,
                            "points",
                            1 + seed.nextInt(60),
                            "reference",
                            "order 7",
                            "lapseAfter",
                            Duration.ofHours(1 + seed.nextInt(90)));
            post(TestTokens.pos("shop"), "/v1/holds", wish);
        }
    }

    private static void await(String member, long pending) {
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> points(member).extract().jsonPath().getLong("pending"),
                        p -> p == pending);
    }

    private static void addsUp(String member) {
        var seen = points(member).extract().jsonPath();
        var scheduled =
                seen.getList("nextExpiries.points", Long.class).stream()
                                .mapToLong(Long::longValue)
                                .sum()
                        + seen.getLong("expiringLater")
                        + seen.getLong("neverExpiring");
        assertThat(scheduled).as(seen.prettify()).isEqualTo(seen.getLong("active"));
    }
}
