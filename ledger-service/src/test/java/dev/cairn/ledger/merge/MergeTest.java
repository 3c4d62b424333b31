package dev.cairn.ledger.merge;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Calls.points;
import static dev.cairn.ledger.Calls.post;
import static dev.cairn.ledger.Calls.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.EventType;
import dev.cairn.contracts.MemberEvent.MemberMerged;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.event.EventPublisher;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.intake.BadRecord;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.Calls;
import dev.cairn.ledger.LedgerTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@LedgerTest
class MergeTest {
    @Inject Awards awards;
    @Inject Database database;
    @Inject CairnClock clock;
    @Inject EventPublisher publisher;
    @Inject MergeNews news;
    @Inject FollowMergedSweep sweep;

    private final String old = newMember();
    private final String kept = newMember();

    @AfterEach
    void theBooksHold() {
        Calls.theBooksHold();
    }

    private void merge(String from, String into) {
        var event = new MemberMerged(from, into, clock.instant());
        database.transact(tx -> news.on(tx, event, Cause.none()));
    }

    private void publish(MemberMerged event) {
        var record =
                new ProducerRecord<>(Topics.MEMBERS, event.memberId(), EventCodec.encode(event));
        Header.write(record.headers(), Header.ID, UUID.randomUUID().toString());
        Header.write(record.headers(), Header.SOURCE, "/test");
        Header.write(record.headers(), Header.TYPE, EventType.of(event).typeName());
        publisher.publish(List.of(record));
    }

    @Test
    void allThatAMemberHasGoesOnWithTheOther() {
        var later = clock.instant().plus(Duration.ofDays(3000));
        var expiry = clock.instant().plus(Duration.ofDays(4000));
        awards.publish(
                award(old, "base:1", 1, 100, null, expiry),
                award(old, "base:2", 1, 70, later, null));
        awards.awaitBalance(old, 100);
        awards.grant(kept, 5);
        var event = new MemberMerged(old, kept, clock.instant());

        publish(event);
        awards.awaitBalance(kept, 105);
        publish(event);
        publish(new MemberMerged(newMember(), kept, clock.instant()));

        points(kept)
                .body("active", equalTo(105))
                .body("pending", equalTo(70))
                .body("nextExpiries.points", equalTo(List.of(100)));
        points(old).body("active", equalTo(0)).body("pending", equalTo(0));
        merge(old, kept);
        points(kept).body("active", equalTo(105)).body("pending", equalTo(70));
    }

    /** Both have an award of the same name; what waited of one is none of the other's. */
    @Test
    void theBooksAsOfATimeTellAwardsOfTheSameNameApart() {
        var soon = clock.instant().plus(Duration.ofDays(2));
        var later = clock.instant().plus(Duration.ofDays(9));
        awards.publish(award(old, "welcome", 1, 70, soon, null), award(old, "base:1", 1, 1));
        awards.awaitBalance(old, 1);
        awards.publish(award(kept, "welcome", 1, 40, later, null));
        merge(old, kept);
        awards.awaitBalance(kept, 1);

        clock.set(soon);
        awards.publish(award(kept, "base:2", 1, 5));
        awards.awaitBalance(kept, 76);

        assertThat(liability("")).isEqualTo(liability("&at=" + clock.instant()));
    }

    private static Object liability(String asOf) {
        return Calls.get(TestTokens.staff("auditor"), "/v1/books/liability?by=expiry" + asOf)
                .jsonPath()
                .getList("rows");
    }

    @Test
    void debtsGoOnToo() {
        awards.publish(award(old, "base:1", 1, 100));
        awards.awaitBalance(old, 100);
        spend(old, 100);
        awards.publish(award(old, "base:1", 2, 0));
        awards.awaitBalance(old, -100);
        awards.grant(kept, 60);

        merge(old, kept);

        points(old).body("arrears", equalTo(0));
        points(kept).body("arrears", equalTo(40)).body("active", equalTo(0));
        awards.publish(award(kept, "base:9", 1, 50));
        awards.awaitBalance(kept, 10);
    }

    @Test
    void anAwardThatComesLateFollowsWhetherItGrowsOrShrinks() {
        awards.publish(award(old, "base:1", 1, 100));
        awards.awaitBalance(old, 100);
        merge(old, kept);

        awards.publish(award(old, "base:1", 2, 130), award(old, "base:2", 1, 20));
        awards.awaitBalance(kept, 150);
        awards.publish(award(old, "base:1", 3, 10));
        awards.awaitBalance(kept, 30);
        awards.publish(award(old, "base:2", 2, 0), award(old, "base:1", 4, 0));
        awards.awaitBalance(kept, 0);

        points(old).body("balance", equalTo(0)).body("lifetimeEarned", equalTo(150));
    }

    @Test
    void aChainLeadsToItsEnd() {
        var last = newMember();
        awards.grant(old, 10);
        awards.grant(kept, 20);
        merge(old, kept);
        merge(kept, last);

        points(last).body("active", equalTo(30));
        awards.publish(award(old, "base:late", 1, 7));
        awards.awaitBalance(last, 37);
        var later = newMember();
        awards.grant(later, 3);
        merge(later, old);
        points(last).body("active", equalTo(40));
    }

    @Test
    void whatCannotBeMergedIsRefused() {
        var third = newMember();
        merge(old, kept);
        merge(kept, third);

        assertThatThrownBy(() -> merge(third, old))
                .isInstanceOf(BadRecord.class)
                .hasMessageContaining("circle");
        assertThatThrownBy(() -> merge(old, third)).hasMessageContaining("another one before");
        assertThatThrownBy(() -> merge(third, third)).hasMessageContaining("itself");
        assertThatThrownBy(() -> merge(third, "no such form!")).isInstanceOf(BadRecord.class);
        assertThatThrownBy(() -> merge(third, null)).isInstanceOf(BadRecord.class);
    }

    @Test
    void aMergedMemberGivesNothingAway() {
        awards.grant(old, 50);
        merge(old, kept);
        var wish = Map.of("to", newMember(), "points", 10);

        refused(post(TestTokens.member(old), "/v1/me/transfers", wish), 409, "account-closed");
        var toOld = Map.of("to", old, "points", 10);
        refused(post(TestTokens.member(kept), "/v1/me/transfers", toOld), 409, "account-closed");
    }

    /** A merge is no way out of a freeze. */
    @Test
    void theFreezeOfAMergedMemberGoesOn() {
        awards.grant(old, 50);
        Calls.freeze(old);

        merge(old, kept);

        points(kept).body("active", equalTo(50)).body("frozen", equalTo(true));
        var wish = Map.of("to", newMember(), "points", 10);
        refused(post(TestTokens.member(kept), "/v1/me/transfers", wish), 409, "account-frozen");
    }

    @Test
    void whatIsGivenBackToAMergedMemberFollowsWithTheNextSweep() {
        awards.grant(old, 150);
        String redemption =
                post(TestTokens.member(old), "/v1/me/redemptions", Map.of("reward", "coffee"))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        merge(old, kept);
        points(kept).body("active", equalTo(50));

        post(TestTokens.staff("support"), "/v1/redemptions/" + redemption + "/cancel", "")
                .then()
                .statusCode(200);
        sweep.run(clock.instant());

        points(kept).body("active", equalTo(150));
        points(old).body("active", equalTo(0));
    }

    @Test
    void whatIsReservedStaysUntilItIsFreeAndThenFollows() {
        awards.grant(old, 100);
        var pos = TestTokens.staff("pos");
        var wish = Map.of("member", old, "points", 60, "reference", "till-1");
        String hold = post(pos, "/v1/holds", wish).then().statusCode(201).extract().path("id");

        merge(old, kept);
        points(old).body("held", equalTo(60)).body("active", equalTo(0));
        points(kept).body("active", equalTo(40));

        var part = Map.of("points", 20);
        post(pos, "/v1/holds/" + hold + "/capture", part).then().statusCode(200);
        sweep.run(clock.instant());
        points(old).body("held", equalTo(0)).body("spent", equalTo(20));
        points(kept).body("active", equalTo(80));
    }

    /** Two replicas, or a merge and an award at once: nothing is left behind for good. */
    @Test
    void awardsThatArriveDuringTheMergeAreNotLost() {
        for (var i = 0; i < 20; i++) {
            awards.publish(award(old, "base:" + i, 1, 10));
        }
        publish(new MemberMerged(old, kept, clock.instant()));
        for (var i = 20; i < 40; i++) {
            awards.publish(award(old, "base:" + i, 1, 10));
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> {
                            sweep.run(clock.instant());
                            points(kept).body("active", equalTo(400));
                        });
        assertThat(points(old).extract().<Integer>path("active")).isZero();
    }

    private static void spend(String member, long points) {
        post(
                        TestTokens.member(member),
                        "/v1/me/transfers",
                        Map.of("to", newMember(), "points", points))
                .then()
                .statusCode(201);
    }
}
