package dev.cairn.ledger.erasure;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.cairn.contracts.EventType;
import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.event.EventPublisher;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.ledger.Calls;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Lets members be forgotten, and plays what they did before. */
@ApplicationScoped
class Forgotten {
    private final Database database;
    private final CairnClock clock;
    private final EventPublisher publisher;

    Forgotten(Database database, CairnClock clock, EventPublisher publisher) {
        this.database = database;
        this.clock = clock;
        this.publisher = publisher;
    }

    /** Tells it on the topic and waits until it is done. */
    void erase(String member) {
        var event = new MemberErased(member, clock.instant());
        var record = new ProducerRecord<>(Topics.MEMBERS, member, EventCodec.encode(event));
        Header.write(record.headers(), Header.ID, UUID.randomUUID().toString());
        Header.write(record.headers(), Header.SOURCE, "/test");
        Header.write(record.headers(), Header.TYPE, EventType.of(event).typeName());
        publisher.publish(List.of(record));
        await().atMost(Duration.ofSeconds(20)).until(() -> erased(member));
    }

    private boolean erased(String member) {
        return database.read(
                        tx ->
                                tx.first(
                                        """
                                        SELECT erased_at
                                        FROM member_standing
                                        WHERE member_id = ? AND erased_at IS NOT NULL
                                        """,
                                        row -> row.instant("erased_at"),
                                        member))
                .isPresent();
    }

    static ValidatableResponse asAuditor(String method, String path) {
        return given().auth()
                .oauth2(TestTokens.staff("auditor"))
                .request(method, path)
                .then()
                .statusCode(200);
    }

    /** Asks a member's wish with a text that ends up in the stored answer's hash and body. */
    static void wish(String member, String reward, String key) {
        var wish = Map.of("reward", reward);
        Calls.post(TestTokens.member(member), "/v1/me/redemptions", wish, key);
    }

    /** A hold with these words in it; its id. */
    static String hold(String member, long points, String words) {
        var wish = Map.of("member", member, "points", points, "reference", words, "title", words);
        return Calls.post(TestTokens.pos("shop-1"), "/v1/holds", wish)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
