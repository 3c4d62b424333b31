package dev.cairn.ledger;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.EventType;
import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.event.EventPublisher;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TestTokens;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Plays the rules service's part on the broker, and waits until the ledger has heard it. */
@ApplicationScoped
public class Awards {
    public static final Instant EARNED = Instant.parse("2026-02-28T10:00:00Z");

    private final EventPublisher publisher;

    public Awards(EventPublisher publisher) {
        this.publisher = publisher;
    }

    public static String newMember() {
        return "m-" + UUID.randomUUID();
    }

    public static AwardSet award(String member, String awardId, long revision, long points) {
        return award(member, awardId, revision, points, null, null);
    }

    public static AwardSet award(
            String member,
            String awardId,
            long revision,
            long points,
            Instant activeFrom,
            Instant expiresAt) {
        return award("points", member, awardId, revision, points, activeFrom, expiresAt);
    }

    /** An award in this currency. */
    public static AwardSet award(
            String currency,
            String member,
            String awardId,
            long revision,
            long points,
            Instant activeFrom,
            Instant expiresAt) {
        return new AwardSet(
                awardId,
                revision,
                member,
                currency,
                points,
                awardId.startsWith("base") ? AwardCategory.BASE : AwardCategory.MILESTONE,
                EARNED,
                activeFrom,
                expiresAt,
                null,
                "base-earning",
                "1",
                null,
                "For your order.");
    }

    public static ProducerRecord<String, byte[]> record(Event event) {
        return record(event.memberId(), EventType.of(event).typeName(), EventCodec.encode(event));
    }

    public static ProducerRecord<String, byte[]> record(String member, String type, byte[] data) {
        var record = new ProducerRecord<>(Topics.REWARDS, member, data);
        Header.write(record.headers(), Header.ID, UUID.randomUUID().toString());
        Header.write(record.headers(), Header.SOURCE, "/test");
        Header.write(record.headers(), Header.TYPE, type);
        return record;
    }

    public void publish(AwardSet... awards) {
        publish(List.of(awards).stream().map(Awards::record).toList());
    }

    public void publish(List<ProducerRecord<String, byte[]>> records) {
        publisher.publish(records);
    }

    /** Waits until the member's balance is this. */
    public void awaitBalance(String member, long balance) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> balance(member), equalTo(balance));
    }

    private static long balance(String member) {
        return given().auth()
                .oauth2(TestTokens.member(member))
                .get("/v1/me/points")
                .jsonPath()
                .getLong("balance");
    }

    /** Waits until the ledger has heard this revision of an award, whatever it paid. */
    public static void awaitRevision(String member, String awardId, int revision) {
        var path = "items.find { it.awardId == '%s' }.revision".formatted(awardId);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () ->
                                given().auth()
                                        .oauth2(TestTokens.member(member))
                                        .get("/v1/me/points/awards?limit=200")
                                        .path(path),
                        equalTo(revision));
    }

    /** Gives a member this many points that never expire. */
    public void grant(String member, long points) {
        publish(award(member, "base:" + UUID.randomUUID(), 1, points));
        awaitBalance(member, points);
    }
}
