package dev.cairn.ledger.award;

import static dev.cairn.ledger.Awards.award;
import static dev.cairn.ledger.Awards.newMember;
import static dev.cairn.ledger.Awards.record;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.EventType;
import dev.cairn.contracts.PointsEvent.PointsEarned;
import dev.cairn.contracts.PointsEvent.PointsReversed;
import dev.cairn.contracts.RewardEvent.MilestoneReached;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.kit.testing.TopicReader;
import dev.cairn.ledger.Awards;
import dev.cairn.ledger.LedgerTest;
import dev.cairn.ledger.calendar.Era;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@LedgerTest
class AwardConsumerTest {
    private static final String DEAD = Topics.deadLetters(Topics.REWARDS, "ledger");

    @Inject Awards awards;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final String member = newMember();

    @Test
    void anAwardBecomesPointsAndTellsSoWithItsCause() throws IOException {
        var record = record(award(member, "base:1", 1, 100));
        awards.publish(List.of(record));
        awards.awaitBalance(member, 100);

        var told = TopicReader.read(bootstrap, Topics.POINTS, member, 1).getFirst();

        var earned = (PointsEarned) EventCodec.decode(EventType.POINTS_EARNED, told.value());
        assertThat(earned.points()).isEqualTo(100);
        assertThat(earned.balance()).isEqualTo(100);
        assertThat(earned.awardId()).isEqualTo("base:1");
        assertThat(Header.read(told.headers(), Header.CAUSATION_ID))
                .isEqualTo(Header.read(record.headers(), Header.ID));
    }

    @Test
    void aSmallerRevisionTakesTheDifferenceBack() throws IOException {
        awards.publish(award(member, "base:1", 1, 100), award(member, "base:1", 2, 60));
        awards.awaitBalance(member, 60);

        var told = TopicReader.read(bootstrap, Topics.POINTS, member, 2).getLast();

        var reversed = (PointsReversed) EventCodec.decode(EventType.POINTS_REVERSED, told.value());
        assertThat(reversed.points()).isEqualTo(40);
        assertThat(reversed.balance()).isEqualTo(60);
        assertThat(reversed.arrears()).isZero();
    }

    @Test
    void anyOrderAndAnyRepetitionOfRevisionsEndsTheSame() {
        var revisions = new ArrayList<ProducerRecord<String, byte[]>>();
        for (var order = 0; order < 20; order++) {
            for (var revision = 1; revision <= 5; revision++) {
                var points = (order * 37L + revision * 53L) % 200;
                revisions.add(record(award(member, "base:" + order, revision, points)));
            }
        }
        revisions.addAll(List.copyOf(revisions.subList(0, 40)));
        Collections.shuffle(revisions, new Random(7));
        var expected = 0L;
        for (var order = 0; order < 20; order++) {
            expected += (order * 37L + 5 * 53L) % 200;
        }
        awards.publish(revisions);
        awards.publish(award(member, "base:last", 1, 100_000));

        awards.awaitBalance(member, expected + 100_000);

        awards.publish(revisions);
        awards.publish(award(member, "base:last", 2, 200_000));
        awards.awaitBalance(member, expected + 200_000);
    }

    @Test
    void onlyThePoisonedRecordsAreSetAsideAndTheirNeighboursGoThrough() {
        var batch = new ArrayList<ProducerRecord<String, byte[]>>();
        for (var i = 0; i < 30; i++) {
            var good = record(award(member, "base:" + i, 1, 10));
            batch.add(
                    switch (i) {
                        case 3 -> record(award(member, "base:3", 1, -10));
                        case 11 -> record(award("no such form!", "base:11", 1, 10));
                        case 17 ->
                                record(
                                        member,
                                        "dev.cairn.award.set.v1",
                                        "{\"awardId\":".getBytes(StandardCharsets.UTF_8));
                        case 20 -> record(award(member, "base:0", 1, 99));
                        case 25 ->
                                record(
                                        new MilestoneReached(
                                                member, "p", 3, "Third", 30, Awards.EARNED));
                        default -> good;
                    });
        }
        awards.publish(batch);

        awards.awaitBalance(member, 250);

        var reasons =
                TopicReader.read(bootstrap, DEAD, member, 3).stream()
                        .map(r -> Header.read(r.headers(), Header.DEAD_LETTER_REASON))
                        .toList();
        assertThat(reasons)
                .containsExactlyInAnyOrder(
                        "points must be from 0 to 1000000000000, not -10",
                        "data does not fit dev.cairn.award.set.v1",
                        "revision 1 of award base:0 was already set to 10 points with other"
                                + " content");
    }

    @Test
    void datesThatNoCalendarHoldsAreSetAside() {
        var never = Instant.parse("+300000-01-01T00:00:00Z");
        awards.publish(
                award(member, "base:1", 1, 10),
                award(member, "base:2", 1, 10, null, never),
                award(member, "base:3", 1, 10, never, null),
                award(member, "base:4", 1, 10));

        awards.awaitBalance(member, 20);

        assertThat(TopicReader.read(bootstrap, DEAD, member, 2))
                .extracting(r -> Header.read(r.headers(), Header.DEAD_LETTER_REASON))
                .containsOnly("occurredAt, activeFrom and expiresAt " + Era.OUTSIDE);
    }

    @Test
    void theHistoryComesInPiecesNewestFirst() {
        for (var revision = 1; revision <= 5; revision++) {
            awards.publish(award(member, "base:1", revision, revision * 10L));
        }
        awards.awaitBalance(member, 50);
        var token = TestTokens.member(member);

        var first =
                given().auth()
                        .oauth2(token)
                        .get("/v1/me/points/entries?limit=2")
                        .then()
                        .statusCode(200)
                        .body("items.kind", equalTo(List.of("earned", "earned")))
                        .body("items.points", equalTo(List.of(10, 10)))
                        .body("items.balanceAfter", equalTo(List.of(50, 40)))
                        .extract();
        given().auth()
                .oauth2(token)
                .get("/v1/me/points/entries?limit=200&cursor=" + first.path("next"))
                .then()
                .body("items.balanceAfter", equalTo(List.of(30, 20, 10)))
                .body("next", equalTo(null));
    }
}
