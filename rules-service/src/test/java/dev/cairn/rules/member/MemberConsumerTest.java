package dev.cairn.rules.member;

import static dev.cairn.rules.Till.progress;
import static dev.cairn.rules.Till.purchase;
import static dev.cairn.rules.Till.report;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.contracts.MemberEvent.MemberChanged;
import dev.cairn.contracts.MemberEvent.MemberEnrolled;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.contracts.RewardEvent.MilestoneReached;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.event.EventPublisher;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TopicReader;
import dev.cairn.rules.Broker;
import dev.cairn.rules.RulesTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@RulesTest
class MemberConsumerTest {
    private static final Instant JOINED = Instant.parse("2026-01-10T10:00:00Z");

    @Inject EventPublisher publisher;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final String member = "m-" + UUID.randomUUID();

    private MemberEnrolled enrolled(String zone, String... fields) {
        return new MemberEnrolled(member, zone, "de", "DE", JOINED, List.of(fields), JOINED);
    }

    @Test
    void aCompleteProfilePaysOnce() {
        var changed =
                new MemberChanged(
                        member,
                        "Europe/Berlin",
                        "de",
                        "DE",
                        JOINED,
                        List.of("birthday", "favouriteStore", "interests"),
                        JOINED.plusSeconds(60));
        publisher.publish(
                List.of(
                        Broker.record(enrolled("Europe/Berlin", "birthday")),
                        Broker.record(changed),
                        Broker.record(changed)));

        var events = Broker.rewards(bootstrap, member, 2);
        assertThat(events).hasSize(2);
        assertThat(events.getFirst())
                .isInstanceOfSatisfying(
                        AwardSet.class,
                        award -> {
                            assertThat(award.awardId()).isEqualTo("profile:complete");
                            assertThat(award.points()).isEqualTo(50);
                        });
        assertThat(events.getLast()).isInstanceOf(MilestoneReached.class);
    }

    @Test
    void weeksAreCountedInTheMembersZoneWhicheverTopicIsReadFirst() {
        // Sunday evening in London, Monday morning in Auckland
        report(
                        List.of(
                                purchase(member + "-1", member, "2026-02-15T12:00:00Z", 500),
                                purchase(member + "-2", member, "2026-02-22T10:00:00Z", 500)))
                .statusCode(202);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(bestStreak()).isEqualTo(2));

        publisher.publish(List.of(Broker.record(enrolled("Pacific/Auckland"))));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(bestStreak()).isEqualTo(1));
    }

    private int bestStreak() {
        return progress(member)
                .extract()
                .path("goals.find { it.id == 'weekly-shopper' }.bestConsecutive");
    }

    @Test
    void onlyThePoisonedRecordsAreSetAside() {
        publisher.publish(
                List.of(
                        Broker.record(enrolled("Middle-earth/Shire")),
                        Broker.record(
                                Topics.MEMBERS,
                                member,
                                "dev.cairn.member.enrolled.v1",
                                "[]".getBytes(StandardCharsets.UTF_8)),
                        Broker.record(
                                enrolled(
                                        "Asia/Tokyo", "birthday", "favouriteStore", "interests"))));

        var dead =
                TopicReader.read(bootstrap, Topics.deadLetters(Topics.MEMBERS, "rules"), member, 2);
        assertThat(dead)
                .extracting(record -> Header.read(record.headers(), Header.DEAD_LETTER_REASON))
                .containsExactlyInAnyOrder(
                        "zone is not an IANA time zone",
                        "data does not fit dev.cairn.member.enrolled.v1");
        assertThat(Broker.rewards(bootstrap, member, 2)).hasSize(2);
    }
}
