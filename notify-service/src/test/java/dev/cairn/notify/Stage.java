package dev.cairn.notify;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.EventType;
import dev.cairn.contracts.MemberEvent.MemberEnrolled;
import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.contracts.RewardEvent.MilestoneReached;
import dev.cairn.contracts.SegmentEvent.SegmentEntered;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.clock.Sweeps;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.event.EventPublisher;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Plays the other services and the members, and moves the clock. */
@ApplicationScoped
public class Stage {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final EventPublisher publisher;
    private final Database database;
    private final CairnClock clock;
    private final Sweeps sweeps;

    public Stage(EventPublisher publisher, Database database, CairnClock clock, Sweeps sweeps) {
        this.publisher = publisher;
        this.database = database;
        this.clock = clock;
        this.sweeps = sweeps;
    }

    /** Where a message stands. */
    public record Standing(String outcome, String inbox, String outreach, String reason) {}

    public static String newMember() {
        return "m-" + UUID.randomUUID();
    }

    /** The address that a member of the tests has. */
    public static String address(String member) {
        return member + "@Mail.Example.org";
    }

    public Instant now() {
        return clock.instant();
    }

    /** Moves the clock to the next time that Berlin's clocks show this. */
    public Instant at(String time) {
        var local = now().atZone(BERLIN);
        var wanted = local.with(LocalTime.parse(time));
        return advanceTo((wanted.isBefore(local) ? wanted.plusDays(1) : wanted).toInstant());
    }

    public Instant advance(Duration time) {
        return advanceTo(now().plus(time));
    }

    public Instant advanceTo(Instant time) {
        clock.set(time);
        sweeps.runDue();
        return time;
    }

    /** A member in Berlin whose welcome lies in the past. */
    public String enrolled(String locale) {
        var member = newMember();
        var joined = now().minus(Duration.ofDays(100));
        publish(
                new MemberEnrolled(
                        member, "Europe/Berlin", locale, "DE", joined, List.of(), joined));
        awaitOutcome(member, "welcome", "skipped");
        return member;
    }

    /** A member who can be reached and has agreed to everything. */
    public String reachable(String locale) {
        var member = enrolled(locale);
        giveAddress(member);
        say(member, "loyalty", "email", true);
        say(member, "marketing", "email", true);
        return member;
    }

    /** The member's data is erased; returns when this service knows, on a topic of its own. */
    public void erase(String member) {
        publish(new MemberErased(member, now()));
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> knownAsErased(member));
    }

    private boolean knownAsErased(String member) {
        return database.read(
                tx ->
                        tx.first(
                                        "SELECT id FROM member WHERE id = ? AND erased_at IS NOT NULL",
                                        row -> row.text("id"),
                                        member)
                                .isPresent());
    }

    public void giveAddress(String member) {
        as(member)
                .body(Map.of("address", address(member)))
                .put("/v1/me/contact-points/email")
                .then()
                .statusCode(200);
    }

    public void say(String member, String purpose, String channel, boolean granted) {
        as(member)
                .body(Map.of("granted", granted, "origin", "app"))
                .put("/v1/me/consents/" + purpose + "/" + channel)
                .then()
                .statusCode(200);
    }

    public static RequestSpecification as(String member) {
        return given().auth().oauth2(TestTokens.member(member)).contentType(ContentType.JSON);
    }

    public static RequestSpecification asStaff(String role) {
        return given().auth().oauth2(TestTokens.staff(role)).contentType(ContentType.JSON);
    }

    public MilestoneReached milestone(String member, long step) {
        return new MilestoneReached(member, "purchases", step, "Purchases", 30, now());
    }

    public SegmentEntered lapsed(String member) {
        return new SegmentEntered(member, "lapsed", 1, "time", now());
    }

    public void publish(Event... events) {
        publishRecords(Arrays.stream(events).map(Stage::record).toList());
    }

    public void publishRecords(List<ProducerRecord<String, byte[]>> records) {
        publisher.publish(records);
    }

    public static ProducerRecord<String, byte[]> record(Event event) {
        var type = EventType.of(event);
        return record(type.topic(), event.memberId(), type.typeName(), EventCodec.encode(event));
    }

    public static ProducerRecord<String, byte[]> record(
            String topic, String key, String type, byte[] data) {
        var record = new ProducerRecord<>(topic, key, data);
        Header.write(record.headers(), Header.ID, UUID.randomUUID().toString());
        Header.write(record.headers(), Header.SOURCE, "/test");
        Header.write(record.headers(), Header.TYPE, type);
        return record;
    }

    /** Where a member's messages of a template stand, in the order of their occasions. */
    public List<Standing> standings(String member, String template) {
        return database.read(
                tx ->
                        tx.query(
                                """
                                SELECT outcome, inbox_state, outreach_state, outreach_reason
                                FROM message WHERE member_id = ? AND template = ?
                                ORDER BY occurred_at, occasion
                                """,
                                row ->
                                        new Standing(
                                                row.text("outcome"),
                                                row.text("inbox_state"),
                                                row.text("outreach_state"),
                                                row.textOrNull("outreach_reason")),
                                member,
                                template));
    }

    /** Waits until the member's only message of a template was decided and has this outcome. */
    public Standing awaitOutcome(String member, String template, String outcome) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> standings(member, template),
                        found ->
                                found.size() == 1
                                        && found.getFirst().outcome().equals(outcome)
                                        && settled(found.getFirst()))
                .getFirst();
    }

    /** Waits until all of the member's messages of a template were decided. */
    public List<Standing> awaitSettled(String member, String template, int messages) {
        return await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(
                        () -> standings(member, template),
                        found ->
                                found.size() == messages
                                        && found.stream().allMatch(Stage::settled));
    }

    private static boolean settled(Standing standing) {
        return !"queued".equals(standing.reason()) && !"sending".equals(standing.reason());
    }
}
