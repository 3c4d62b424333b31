package dev.cairn.ledger.membership;

import static dev.cairn.ledger.Awards.EARNED;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Shop.newReward;
import static dev.cairn.ledger.Shop.redeem;
import static dev.cairn.ledger.Shop.seen;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.EventType;
import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.contracts.RewardEvent.TierChanged;
import dev.cairn.contracts.SegmentEvent.SegmentEntered;
import dev.cairn.contracts.SegmentEvent.SegmentExited;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.event.EventPublisher;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.People;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@LedgerTest
class MembershipTest {
    @Inject EventPublisher publisher;
    @Inject Database database;
    @Inject GroupStore groups;
    @Inject Awards awards;
    @Inject People people;
    @Inject FollowMembers followMembers;

    private final String member = newMember();

    private void publish(Event... events) {
        publisher.publish(Arrays.stream(events).map(MembershipTest::record).toList());
    }

    private static ProducerRecord<String, byte[]> record(Event event) {
        var type = EventType.of(event);
        var record = new ProducerRecord<>(type.topic(), event.memberId(), EventCodec.encode(event));
        Header.write(record.headers(), Header.ID, UUID.randomUUID().toString());
        Header.write(record.headers(), Header.SOURCE, "/test");
        Header.write(record.headers(), Header.TYPE, type.typeName());
        return record;
    }

    private Event tier(String to, int hour) {
        return new TierChanged(member, "none", to, true, at(hour));
    }

    private Event entered(String segment, int hour) {
        return new SegmentEntered(member, segment, 1, "activity", at(hour));
    }

    private Event exited(String segment, int hour) {
        return new SegmentExited(member, segment, 1, "time", at(hour));
    }

    private static Instant at(int hour) {
        return EARNED.plus(Duration.ofHours(hour));
    }

    private void awaitGroups(String tier, String... segments) {
        var expected = new Groups(tier, Set.of(segments));
        await().atMost(Duration.ofSeconds(40))
                .until(() -> database.read(tx -> groups.of(tx, member)), expected::equals);
    }

    @Test
    void aPriceFollowsTheTierAndTheSegment() {
        var reward =
                newReward(
                        "'prices':[{'points':10,'tiers':['gold']},{'points':20,'segments':['fans']}]");
        awards.grant(member, 30);
        var token = TestTokens.member(member);
        assertThat(seen(token, reward).getString("reason")).isEqualTo("not-for-you");
        redeem(member, reward)
                .then()
                .statusCode(403)
                .body("type", equalTo("https://cairn.dev/problems/reward-not-for-you"))
                .body("for", hasItems("fans", "gold"));

        publish(entered("fans", 1));
        awaitGroups(null, "fans");
        redeem(member, reward).then().statusCode(201).body("points", equalTo(20));

        publish(tier("gold", 1));
        awaitGroups("gold", "fans");
        assertThat(seen(token, reward).getLong("price")).isEqualTo(10);
        redeem(member, reward).then().statusCode(201).body("points", equalTo(10));
    }

    @Test
    void olderNewsChangesNothingInWhateverOrderItComes() {
        publish(tier("gold", 5), tier("silver", 2), exited("fans", 5), entered("fans", 2));
        publish(entered("last", 1), tier("gold", 5), entered("fans", 2));
        awaitGroups("gold", "last");

        publish(entered("fans", 6), exited("last", 6), tier("bronze", 6));
        awaitGroups("bronze", "fans");
    }

    @Test
    void whoIsErasedBelongsNowhere() {
        publish(entered("fans", 1), tier("gold", 1));
        awaitGroups("gold", "fans");

        publish(new MemberErased(member, at(2)));

        awaitGroups(null);
    }

    private void hears(Event... events) {
        var news = Arrays.stream(events).map(MembershipTest::delivery).toList();
        database.transact(tx -> followMembers.follow(tx, news));
    }

    private static Delivery<Event> delivery(Event event) {
        return new Delivery<>(event, newMember(), "/test", Cause.none());
    }

    @Test
    void newsThatComesAfterTheErasureBringsNobodyBack() {
        hears(entered("fans", 1), tier("gold", 1));
        people.erase(member);

        var neighbour = newMember();
        hears(
                entered("regulars", 9000),
                tier("silver", 9000),
                new SegmentEntered(neighbour, "regulars", 1, "activity", at(3)));

        awaitGroups(null);
        assertThat(database.read(tx -> groups.of(tx, neighbour)).segments())
                .containsExactly("regulars");
    }

    @Test
    void newsOfAMergedMemberComesTooLateAsWell() {
        people.merge(member, newMember());

        hears(entered("regulars", 9000), tier("silver", 9000));

        awaitGroups(null);
    }
}
