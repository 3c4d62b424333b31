package dev.cairn.rules.activity;

import static dev.cairn.rules.Till.awards;
import static dev.cairn.rules.Till.back;
import static dev.cairn.rules.Till.purchase;
import static dev.cairn.rules.Till.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.contracts.ActivityEvent.OrderLine;
import dev.cairn.contracts.RewardEvent;
import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.contracts.RewardEvent.MilestoneReached;
import dev.cairn.contracts.RewardEvent.StreakExtended;
import dev.cairn.contracts.RewardEvent.TierChanged;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.event.EventPublisher;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TopicReader;
import dev.cairn.rules.Broker;
import dev.cairn.rules.RulesTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@RulesTest
class ActivityConsumerTest {
    private static final String DEAD = Topics.deadLetters(Topics.ACTIVITIES, "rules");

    @Inject EventPublisher publisher;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final String member = "m-" + UUID.randomUUID();

    private List<RewardEvent> rewards(int enough) {
        return Broker.rewards(bootstrap, member, enough);
    }

    private static <E> List<E> only(Class<E> kind, List<RewardEvent> events) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private ActivityRecorded foreign(String id, long price) {
        return new ActivityRecorded(
                "bank",
                member + id,
                member,
                "purchase",
                Instant.parse("2026-02-10T10:00:00Z"),
                "EUR",
                List.of(new OrderLine("1", "A", null, 1, price)),
                Map.of("b", "2", "a", "1", "c", "3"));
    }

    @Test
    void aPurchaseBecomesAnAward() {
        report(purchase(member + "-1", member, "2026-02-10T10:00:00Z", 650)).statusCode(202);

        assertThat(rewards(1).getFirst())
                .isEqualTo(
                        new AwardSet(
                                "base-earning:shop:" + member + "-1",
                                1,
                                member,
                                "points",
                                13,
                                AwardCategory.BASE,
                                Instant.parse("2026-02-10T10:00:00Z"),
                                null,
                                Instant.parse("2027-02-11T00:00:00Z"),
                                null,
                                "base-earning",
                                "1",
                                member + "-1",
                                "Order " + member + "-1 of 13.00 GBP."));
    }

    @Test
    void aHistoryBecomesMilestonesStreaksAndATier() {
        report(
                        List.of(
                                purchase(member + "-1", member, "2026-02-03T10:00:00Z", 20_000),
                                purchase(member + "-2", member, "2026-02-10T10:00:00Z", 5_000),
                                purchase(member + "-3", member, "2026-02-17T10:00:00Z", 500)))
                .statusCode(202);

        // 3 orders, steps 3 and first repeat, streak step 2; 3 milestones; 2 weeks more; a tier
        var events = rewards(12);
        assertThat(only(AwardSet.class, events))
                .extracting(AwardSet::awardId)
                .contains("purchases:3", "first-repeat:2", "weekly-shopper:2");
        assertThat(only(MilestoneReached.class, events))
                .extracting(MilestoneReached::milestone)
                .containsExactlyInAnyOrder("purchases", "first-repeat", "weekly-shopper");
        assertThat(only(StreakExtended.class, events))
                .extracting(StreakExtended::length)
                .containsExactly(2L, 3L);
        assertThat(only(TierChanged.class, events))
                .containsExactly(
                        new TierChanged(
                                member,
                                "pebble",
                                "stone",
                                true,
                                Instant.parse("2026-02-10T10:00:00Z")));
    }

    @Test
    void aReturnTakesTheStepBackAndTheNextPurchasePaysItAgainOnce() {
        for (var i = 1; i <= 3; i++) {
            var time = "2026-02-03T1" + i + ":00:00Z";
            report(purchase(member + "-" + i, member, time, 500)).statusCode(202);
        }
        var before = only(AwardSet.class, rewards(7));
        report(back(member + "-r", member, member + "-2", "2026-02-04T10:00:00Z", 2))
                .statusCode(202);
        rewards(9);
        report(purchase(member + "-4", member, "2026-02-05T10:00:00Z", 500)).statusCode(202);

        var events = rewards(12);
        assertThat(before).filteredOn(a -> a.awardId().equals("purchases:3")).hasSize(1);
        assertThat(only(AwardSet.class, events))
                .filteredOn(award -> award.awardId().equals("purchases:3"))
                .extracting(AwardSet::revision, AwardSet::points)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, 30L),
                        org.assertj.core.groups.Tuple.tuple(2L, 0L),
                        org.assertj.core.groups.Tuple.tuple(3L, 30L));
        assertThat(only(MilestoneReached.class, events))
                .filteredOn(milestone -> milestone.milestone().equals("purchases"))
                .hasSize(1);
    }

    @Test
    void whatAnOrderWasFirstWorthIsToldAlsoWhenItsReturnCameFirst() {
        report(
                        List.of(
                                back(
                                        member + "-r",
                                        member,
                                        member + "-1",
                                        "2026-02-11T10:00:00Z",
                                        1),
                                purchase(member + "-1", member, "2026-02-10T10:00:00Z", 650)))
                .statusCode(202);

        assertThat(only(AwardSet.class, rewards(2)))
                .extracting(AwardSet::revision, AwardSet::points)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1L, 13L),
                        org.assertj.core.groups.Tuple.tuple(2L, 6L));
        assertThat(awards(member).extract().jsonPath().getLong("items[0].earned")).isEqualTo(13);
    }

    @Test
    void theCauseIsCarriedOn() {
        report(purchase(member + "-1", member, "2026-02-10T10:00:00Z", 650)).statusCode(202);

        var activity = TopicReader.read(bootstrap, Topics.ACTIVITIES, member, 1).getFirst();
        var award = TopicReader.read(bootstrap, Topics.REWARDS, member, 1).getFirst();
        assertThat(Header.read(award.headers(), Header.CAUSATION_ID))
                .isEqualTo(Header.read(activity.headers(), Header.ID));
        assertThat(Header.read(award.headers(), Header.CORRELATION_ID))
                .isEqualTo(Header.read(activity.headers(), Header.CORRELATION_ID));
    }

    @Test
    void activitiesOfOtherProducersCountAndRepetitionsDoNot() {
        var first = foreign("-1", 700);
        publisher.publish(
                List.of(Broker.record(first), Broker.record(first), Broker.record(first)));
        publisher.publish(List.of(Broker.record(first), Broker.record(foreign("-2", 900))));

        var awards = only(AwardSet.class, rewards(3));
        assertThat(awards)
                .extracting(AwardSet::awardId, AwardSet::revision, AwardSet::points)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(
                                "base-earning:bank:" + member + "-1", 1L, 7L),
                        org.assertj.core.groups.Tuple.tuple(
                                "base-earning:bank:" + member + "-2", 1L, 9L));
        assertThat(awards).extracting(AwardSet::revision).containsOnly(1L);
    }

    @Test
    void onlyThePoisonedRecordsOfABatchAreSetAside() {
        var batch = new ArrayList<ProducerRecord<String, byte[]>>();
        for (var i = 0; i < 30; i++) {
            batch.add(
                    switch (i) {
                        case 3 -> Broker.record(foreign("-3", -700));
                        case 9 -> Broker.record(foreign("-8", 701));
                        case 17 ->
                                Broker.record(
                                        Topics.ACTIVITIES,
                                        member,
                                        "dev.cairn.activity.recorded.v1",
                                        "{oops".getBytes(StandardCharsets.UTF_8));
                        case 23 ->
                                Broker.record(
                                        Topics.ACTIVITIES,
                                        member,
                                        "dev.cairn.activity.invented.v9",
                                        new byte[] {1, 2, 3});
                        default -> Broker.record(foreign("-" + i, 700));
                    });
        }
        publisher.publish(batch);

        var dead = TopicReader.read(bootstrap, DEAD, member, 3);
        var base =
                only(AwardSet.class, rewards(30)).stream()
                        .filter(award -> award.category() == AwardCategory.BASE)
                        .toList();
        assertThat(base).hasSize(26).allMatch(award -> award.points() == 7);
        assertThat(dead)
                .extracting(record -> Header.read(record.headers(), Header.DEAD_LETTER_REASON))
                .containsExactlyInAnyOrder(
                        "lines[0].unitPrice must not be negative.",
                        "the activity id was used with other content",
                        "data does not fit dev.cairn.activity.recorded.v1");
    }
}
