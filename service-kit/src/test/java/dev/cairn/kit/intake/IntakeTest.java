package dev.cairn.kit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.KitTest;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.DatabaseException;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.event.EventPublisher;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.testing.TopicReader;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@KitTest
class IntakeTest {
    private static final String DEAD = Topics.deadLetters(Topics.REWARDS, "ledger");

    @Inject EventPublisher publisher;
    @Inject Database database;
    @Inject InboxStore inbox;
    @Inject DeadLetters deadLetters;
    @Inject HandledOffsets handled;
    @Inject IntakeMetrics metrics;
    @Inject InHand inHand;
    @Inject Tracer tracer;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrap;

    private final String member = "m-" + UUID.randomUUID();

    private AwardSet award(String id, long points, String reason) {
        return new AwardSet(
                id,
                1,
                member,
                "points",
                points,
                AwardCategory.BASE,
                Instant.parse("2026-03-01T10:00:00Z"),
                null,
                null,
                null,
                "rule",
                "1",
                null,
                reason);
    }

    private ProducerRecord<String, byte[]> record(String id, AwardSet award) {
        return record(id, "dev.cairn.award.set.v1", EventCodec.encode(award));
    }

    private ProducerRecord<String, byte[]> record(String id, String type, byte[] value) {
        var record = new ProducerRecord<>(Topics.REWARDS, member, value);
        Header.write(record.headers(), Header.ID, id);
        Header.write(record.headers(), Header.SOURCE, "/test");
        Header.write(record.headers(), Header.TYPE, type);
        return record;
    }

    private List<String> seen() {
        return database.read(
                tx ->
                        tx.query(
                                "SELECT key FROM seen WHERE key LIKE ? ORDER BY seq",
                                row -> row.text("key"),
                                member + "%"));
    }

    private void awaitSeen(int size) {
        await().atMost(Duration.ofSeconds(20)).until(() -> seen().size() >= size);
    }

    @Test
    void anEventHasItsEffectOnceHoweverOftenItComes() {
        var first = member + ":1";
        var last = member + ":last";
        var repeated = record(first, award(first, 5, "r"));
        publisher.publish(List.of(repeated, repeated));
        publisher.publish(List.of(repeated, record(last, award(last, 5, "r"))));

        awaitSeen(2);

        assertThat(seen()).containsExactly(first, last);
    }

    @Test
    void onlyThePoisonedRecordsOfABatchAreSetAside() {
        var batch = new ArrayList<ProducerRecord<String, byte[]>>();
        for (var i = 0; i < 40; i++) {
            var id = member + ":" + i;
            batch.add(
                    switch (i) {
                        case 7 -> record(id, award(id, 5, "refuse me"));
                        case 19 -> record(id, award(id, -5, "breaks a constraint"));
                        case 23 ->
                                record(
                                        id,
                                        "dev.cairn.award.set.v1",
                                        "{\"no".getBytes(StandardCharsets.UTF_8));
                        case 31 -> record(id, "dev.cairn.award.renamed.v9", new byte[] {1});
                        default -> record(id, award(id, 5, "r"));
                    });
        }
        publisher.publish(batch);

        awaitSeen(36);
        var dead = TopicReader.read(bootstrap, DEAD, member, 3);

        assertThat(seen()).hasSize(36).doesNotHaveDuplicates();
        assertThat(dead)
                .extracting(r -> Header.read(r.headers(), Header.ID))
                .containsExactlyInAnyOrder(member + ":7", member + ":19", member + ":23");
        assertThat(dead)
                .extracting(r -> Header.read(r.headers(), Header.DEAD_LETTER_REASON))
                .containsExactlyInAnyOrder(
                        "refused on demand",
                        "refused by the database: 23514",
                        "data does not fit dev.cairn.award.set.v1");
        assertThat(dead)
                .allSatisfy(
                        r ->
                                assertThat(Header.read(r.headers(), Header.DEAD_LETTER_TOPIC))
                                        .isEqualTo(Topics.REWARDS));
    }

    @Test
    void whatFollowsIsPublishedInOrderWithItsCause() {
        var batch = new ArrayList<ProducerRecord<String, byte[]>>();
        for (var i = 0; i < 50; i++) {
            var id = member + ":" + i;
            batch.add(record(id, award(id, i, "r")));
        }
        publisher.publish(batch);

        var answers = TopicReader.read(bootstrap, Topics.SEGMENTS, member, 50);

        assertThat(answers)
                .extracting(r -> Header.read(r.headers(), Header.CAUSATION_ID))
                .containsExactlyElementsOf(
                        batch.stream().map(r -> Header.read(r.headers(), Header.ID)).toList());
        assertThat(answers.getFirst().headers().lastHeader(Header.SPEC_VERSION).value())
                .isEqualTo("1.0".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aStopWhileTheDatabaseIsAwaySetsNothingAside() {
        var stopping = new Patience();
        stopping.stop(new ShutdownEvent());
        var intake =
                new Intake(
                        database, inbox, deadLetters, stopping, handled, metrics, inHand, tracer);
        var outcomes = new ArrayList<String>();
        var tally =
                new Intake.Tally() {
                    @Override
                    public void handled(ConsumerRecord<String, byte[]> record) {
                        outcomes.add("handled");
                    }

                    @Override
                    public void other(ConsumerRecord<String, byte[]> record, String outcome) {
                        outcomes.add(outcome);
                    }
                };
        var batch = List.of(received(member + ":1"), received(member + ":2"));

        assertThatThrownBy(() -> intake.handle(batch, IntakeTest::cannotReach, tally))
                .isInstanceOf(DatabaseException.class);

        assertThat(outcomes).isEmpty();
    }

    private static void cannotReach(Tx tx, List<Delivery<Event>> deliveries) {
        throw new DatabaseException(new SQLException("no connection", "08001"));
    }

    private ConsumerRecord<String, byte[]> received(String id) {
        var sent = record(id, award(id, 5, "r"));
        var record = new ConsumerRecord<>(Topics.REWARDS, 0, 0, member, sent.value());
        sent.headers().forEach(record.headers()::add);
        return record;
    }
}
