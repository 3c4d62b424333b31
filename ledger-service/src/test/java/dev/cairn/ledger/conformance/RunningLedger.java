package dev.cairn.ledger.conformance;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cairn.contracts.EventType;
import dev.cairn.contracts.MemberEvent.MemberMerged;
import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.event.Header;
import dev.cairn.ledger.Awards;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What all cases share of the running service: its clock, its topics, its addresses. */
final class RunningLedger {
    private final Awards awards;
    private final Database database;
    private final URI management;
    private Instant clock = Instant.MIN;

    RunningLedger(Awards awards, Database database, URI management) {
        this.awards = awards;
        this.database = database;
        this.management = management;
    }

    Database database() {
        return database;
    }

    Instant now() {
        return clock;
    }

    /** What the service knows of an award. */
    private record Known(long revision, long points, String currency) {}

    void setTime(Instant now) {
        if (!now.isAfter(clock)) {
            return;
        }
        given().contentType("application/json")
                .body(Map.of("now", now.toString()))
                .put(management.resolve("/clock"))
                .then()
                .statusCode(200);
        clock = now;
    }

    /** Tells of awards of one member and waits until they were judged; true if all were taken. */
    boolean tell(List<AwardSet> news) {
        var marker = marker(news.getFirst());
        var records = news.stream().map(Awards::record).collect(Collectors.toList());
        records.add(Awards.record(marker));
        awards.publish(records);
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> known(marker).isPresent());
        return news.stream().allMatch(this::taken);
    }

    /** Tells that a member goes on as another, and waits until that was heard. */
    void tellOfMerge(String from, String into) {
        var marker = new MemberMerged(Awards.newMember(), Awards.newMember(), clock);
        awards.publish(
                List.of(record(from, new MemberMerged(from, into, clock)), record(from, marker)));
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> merged(marker.memberId()));
    }

    private static ProducerRecord<String, byte[]> record(String key, MemberMerged event) {
        var record = new ProducerRecord<>(Topics.MEMBERS, key, EventCodec.encode(event));
        Header.write(record.headers(), Header.ID, UUID.randomUUID().toString());
        Header.write(record.headers(), Header.SOURCE, "/test");
        Header.write(record.headers(), Header.TYPE, EventType.of(event).typeName());
        return record;
    }

    private boolean merged(String member) {
        return database.read(
                tx ->
                        tx.first(
                                        """
                                        SELECT merged_into
                                        FROM member_standing
                                        WHERE member_id = ? AND merged_into IS NOT NULL
                                        """,
                                        row -> row.text("merged_into"),
                                        member)
                                .isPresent());
    }

    /** An award that is worth nothing, behind the others. */
    private static AwardSet marker(AwardSet last) {
        return new AwardSet(
                "marker-" + UUID.randomUUID(),
                1,
                last.memberId(),
                last.currency(),
                0,
                AwardCategory.BASE,
                last.occurredAt(),
                null,
                null,
                null,
                "rule",
                "1",
                null,
                "because");
    }

    private boolean taken(AwardSet award) {
        return known(award)
                .filter(
                        known ->
                                known.revision() > award.revision()
                                        || known.revision() == award.revision()
                                                && known.points() == award.points()
                                                && known.currency().equals(award.currency()))
                .isPresent();
    }

    private Optional<Known> known(AwardSet award) {
        return database.read(
                tx ->
                        tx.first(
                                """
                                SELECT revision, points, currency
                                FROM award_register
                                WHERE member_id = ? AND award_id = ?
                                """,
                                row ->
                                        new Known(
                                                row.longValue("revision"),
                                                row.longValue("points"),
                                                row.text("currency")),
                                award.memberId(),
                                award.awardId()));
    }

    /** Sends a request with a body. */
    static Response send(String method, String path, String token, String key, Object body) {
        var request = given().auth().oauth2(token).contentType("application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return (body == null ? request : request.body(body)).request(method, path);
    }

    /** The answer in the words of the cases. */
    static Engine.Answer answer(Response response) {
        if (response.statusCode() < 300) {
            return new Engine.Answer.Accepted();
        }
        return Refusals.of((ObjectNode) Suite.tree(response.asString()));
    }
}
