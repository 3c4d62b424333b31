package dev.cairn.segment.aggregate;

import static dev.cairn.segment.Shop.purchase;
import static dev.cairn.segment.Shop.takeBack;
import static dev.cairn.segment.Shop.voided;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.contracts.Event;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TopicReader;
import dev.cairn.segment.SegmentTest;
import dev.cairn.segment.Shop;
import dev.cairn.segment.condition.DayTotals;
import dev.cairn.segment.member.Member;
import dev.cairn.segment.member.MemberStore;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SegmentTest
class ActivityConsumerTest {
    @Inject Shop shop;
    @Inject CairnClock clock;
    @Inject Database database;
    @Inject MemberStore members;

    private final String member = Shop.newMember();
    private Instant now;

    @BeforeEach
    void enrol() {
        now = clock.instant();
        shop.enrol(member, now.minus(Duration.ofDays(20)));
    }

    @Test
    void aReturnThatArrivesBeforeItsPurchaseWaitsForIt() {
        shop.publish(takeBack(member, id("r"), id("o"), now, 1));
        shop.publish(purchase(member, id("o"), now.minusSeconds(60), 500));

        var found = settled();

        assertThat(found.totals().purchases()).isEqualTo(1);
        assertThat(found.totals().netSpend()).isEqualTo(500);
        assertThat(found.days()).containsExactly(new DayTotals(day(now.minusSeconds(60)), 1, 500));
    }

    @Test
    void theReturnOfTheLastPurchaseMakesTheOneBeforeTheLast() {
        shop.publish(
                purchase(member, id("1"), now.minusSeconds(7200), 500),
                purchase(member, id("2"), now.minusSeconds(3600), 500),
                takeBack(member, id("r"), id("2"), now, 2));

        var found = settled();

        assertThat(found.totals().purchases()).isEqualTo(1);
        assertThat(found.totals().lastPurchaseAt()).contains(now.minusSeconds(7200));
        assertThat(found.totals().firstPurchaseAt()).contains(now.minusSeconds(7200));
        assertThat(found.totals().lastActivityAt()).contains(now.minusSeconds(3600));
    }

    @Test
    void aVoidedPurchaseNeverWas() {
        shop.publish(
                purchase(member, id("1"), now.minusSeconds(7200), 500),
                voided(member, id("1"), now));

        var found = settled();

        assertThat(found.totals().purchases()).isZero();
        assertThat(found.totals().lastPurchaseAt()).isEmpty();
        assertThat(found.totals().lastActivityAt()).contains(now.minus(Duration.ofDays(19)));
        assertThat(found.days()).isEmpty();
    }

    @Test
    void shuffledHistoriesWithDuplicatesEndInTheSameTotals() {
        var straight = settledAfter(history(member), member);
        var other = Shop.newMember();
        shop.enrol(other, now.minus(Duration.ofDays(20)));
        var shuffled = new ArrayList<>(history(other));
        shuffled.addAll(history(other));
        Collections.shuffle(shuffled, new Random(7));

        var found = settledAfter(shuffled, other);

        assertThat(found.totals()).isEqualTo(straight.totals());
        assertThat(found.days()).isEqualTo(straight.days());
    }

    @Test
    void anActivityMayComeBeforeItsMember() {
        var stranger = Shop.newMember();
        // 23:30 UTC: still that day in London, the next day in Tokyo
        var late = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(3).atTime(23, 30);
        var at = late.toInstant(ZoneOffset.UTC);
        shop.publish(purchase(stranger, stranger + "-o", at, 500));
        assertThat(shop.moves(stranger, 2))
                .extracting(move -> move.segment())
                .containsExactlyInAnyOrder("new", "active");

        shop.enrol(stranger, Map.of("zone", "Asia/Tokyo", "locale", "ja")).statusCode(201);

        assertThat(find(stranger).days())
                .containsExactly(new DayTotals(late.toLocalDate().plusDays(1), 1, 1000));
    }

    @Test
    void onlyThePoisonedRecordsOfABatchAreSetAside() {
        var batch = new ArrayList<ProducerRecord<String, byte[]>>();
        for (int i = 0; i < 30; i++) {
            var good = purchase(member, id("o" + i), now.minusSeconds(i), 500);
            batch.add(
                    switch (i) {
                        case 3 -> Shop.record(purchase(member, id("o3"), now, -500));
                        case 9 -> Shop.record(kind("return", i));
                        case 15 ->
                                Shop.record(
                                        good,
                                        id("ce15"),
                                        "{\"mem".getBytes(StandardCharsets.UTF_8));
                        case 21 -> Shop.record(purchase(member, id("o21"), now, Long.MAX_VALUE));
                        default -> Shop.record(good);
                    });
        }
        shop.publish(batch);

        var found = settled();
        var dead =
                TopicReader.read(
                        shop.bootstrap(),
                        Topics.deadLetters(Topics.ACTIVITIES, "segment"),
                        member,
                        4);

        assertThat(found.totals().purchases()).isEqualTo(26);
        assertThat(found.totals().netSpend()).isEqualTo(26_000);
        assertThat(dead)
                .extracting(letter -> Header.read(letter.headers(), Header.DEAD_LETTER_REASON))
                .containsExactlyInAnyOrder(
                        "unitPrice is out of range",
                        "kind return has its own type",
                        "data does not fit dev.cairn.activity.recorded.v1",
                        "unitPrice is out of range");
    }

    private ActivityRecorded kind(String kind, int i) {
        return new ActivityRecorded(
                "shop", id("k" + i), member, kind, now, null, List.of(), Map.of());
    }

    private List<Event> history(String whose) {
        var events = new ArrayList<Event>();
        for (int i = 0; i < 12; i++) {
            var at = now.minus(Duration.ofHours(30L * i));
            events.add(purchase(whose, whose + "-" + i, at, 100 + i));
            if (i % 3 == 0) {
                events.add(takeBack(whose, whose + "-r" + i, whose + "-" + i, now, 1));
            }
            if (i % 6 == 0) {
                events.add(takeBack(whose, whose + "-s" + i, whose + "-" + i, now, 1));
            }
            if (i % 5 == 4) {
                events.add(voided(whose, whose + "-" + i, now));
            }
        }
        return events;
    }

    /** Publishes one by one, so that batches fall differently each time, then a last visit. */
    private Member settledAfter(List<Event> events, String whose) {
        events.forEach(shop::publish);
        var visit =
                new ActivityRecorded(
                        "shop", whose + "-v", whose, "visit", now, null, List.of(), Map.of());
        shop.publish(visit);
        awaitActivity(whose + "-v");
        return find(whose);
    }

    private Member settled() {
        var visit =
                new ActivityRecorded(
                        "shop",
                        id("last"),
                        member,
                        "visit",
                        now.minus(Duration.ofDays(19)),
                        null,
                        List.of(),
                        Map.of());
        shop.publish(visit);
        awaitActivity(id("last"));
        return find(member);
    }

    private void awaitActivity(String activityId) {
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () ->
                                database.read(
                                        tx ->
                                                tx.first(
                                                                "SELECT 1 AS one FROM activity"
                                                                        + " WHERE activity_id = ?",
                                                                row -> row.intValue("one"),
                                                                activityId)
                                                        .isPresent()));
    }

    private Member find(String whose) {
        return database.read(tx -> members.find(tx, whose, now, 90)).orElseThrow();
    }

    private String id(String name) {
        return member + "-" + name;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
