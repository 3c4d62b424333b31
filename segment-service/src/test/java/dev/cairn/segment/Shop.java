package dev.cairn.segment;

import static io.restassured.RestAssured.given;

import dev.cairn.contracts.ActivityEvent.ActivityRecorded;
import dev.cairn.contracts.ActivityEvent.ActivityReturned;
import dev.cairn.contracts.ActivityEvent.ActivityVoided;
import dev.cairn.contracts.ActivityEvent.OrderLine;
import dev.cairn.contracts.ActivityEvent.ReturnedLine;
import dev.cairn.contracts.Event;
import dev.cairn.contracts.EventType;
import dev.cairn.contracts.SegmentEvent;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.event.EventPublisher;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TestTokens;
import dev.cairn.kit.testing.TopicReader;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Plays the shop and the other services: enrols members and puts events on the topics. */
@ApplicationScoped
public class Shop {
    private final EventPublisher publisher;
    private final String bootstrap;

    public Shop(
            EventPublisher publisher,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.publisher = publisher;
        this.bootstrap = bootstrap;
    }

    public static String newMember() {
        return "m-" + UUID.randomUUID();
    }

    public ValidatableResponse enrol(String member, Object body) {
        return given().auth()
                .oauth2(TestTokens.pos("shop"))
                .contentType("application/json")
                .body(body)
                .put("/v1/members/" + member)
                .then();
    }

    public void enrol(String member, Instant joinedAt) {
        enrol(member, Map.of("zone", "UTC", "locale", "en", "joinedAt", joinedAt.toString()))
                .statusCode(201);
    }

    public static ActivityRecorded purchase(String member, String id, Instant at, long price) {
        return new ActivityRecorded(
                "shop",
                id,
                member,
                "purchase",
                at,
                "EUR",
                List.of(new OrderLine("1", "A", "coffee", 2, price)),
                Map.of());
    }

    public static ActivityReturned takeBack(
            String member, String id, String of, Instant at, long pieces) {
        return new ActivityReturned(
                "shop", id, member, of, at, List.of(new ReturnedLine("1", pieces)));
    }

    public static ActivityVoided voided(String member, String of, Instant at) {
        return new ActivityVoided("shop", "void-" + of, member, of, at, "till error");
    }

    public void publish(Event... events) {
        publisher.publish(Arrays.stream(events).map(Shop::record).toList());
    }

    public void publish(List<ProducerRecord<String, byte[]>> records) {
        publisher.publish(records);
    }

    public static ProducerRecord<String, byte[]> record(Event event) {
        return record(event, UUID.randomUUID().toString(), EventCodec.encode(event));
    }

    public static ProducerRecord<String, byte[]> record(Event event, String id, byte[] data) {
        var type = EventType.of(event);
        var record = new ProducerRecord<>(type.topic(), event.memberId(), data);
        Header.write(record.headers(), Header.ID, id);
        Header.write(record.headers(), Header.SOURCE, "/test");
        Header.write(record.headers(), Header.TYPE, type.typeName());
        return record;
    }

    /** The moves of a member, as soon as there are enough. */
    public List<SegmentEvent> moves(String member, int enough) {
        return TopicReader.read(bootstrap, Topics.SEGMENTS, member, enough).stream()
                .map(record -> (SegmentEvent) decode(record.headers(), record.value()))
                .toList();
    }

    /** What the members topic says of a member, as soon as there is enough. */
    public List<Event> profileEvents(String member, int enough) {
        return TopicReader.read(bootstrap, Topics.MEMBERS, member, enough).stream()
                .map(record -> decode(record.headers(), record.value()))
                .toList();
    }

    public String bootstrap() {
        return bootstrap;
    }

    private static Event decode(Headers headers, byte[] data) {
        try {
            var type = EventType.named(Header.read(headers, Header.TYPE)).orElseThrow();
            return EventCodec.decode(type, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
