package dev.cairn.kit.outbox;

import dev.cairn.contracts.EventType;
import dev.cairn.contracts.Topics;
import dev.cairn.kit.event.EventPublisher;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.outbox.OutboxStore.Pending;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Publishes what waits in the outbox and deletes it once the broker has it. A crash in between
 * publishes again; consumers drop the repetition. Each shard is published by one relay at a time,
 * under an advisory lock, so that a member's events keep their order.
 */
@ApplicationScoped
public class OutboxRelay {
    /** Rows per round: large enough to fill producer batches, small enough to delete at once. */
    private static final int BATCH = 1000;

    /** How often a relay looks for rows and shards that a crashed replica left behind. */
    private static final long LOOK_AGAIN_MILLIS = 1000;

    /** A broker that is away must not hold up the end of the process. */
    private static final long LONGEST_STOP_SECONDS = 5;

    static final String PUBLISHED = "cairn_outbox_published";

    private final OutboxStore store;
    private final EventPublisher publisher;
    private final String source;
    private final MeterRegistry metrics;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;

    public OutboxRelay(
            OutboxStore store,
            EventPublisher publisher,
            @ConfigProperty(name = "quarkus.application.name") String service,
            MeterRegistry metrics) {
        this.store = store;
        this.publisher = publisher;
        this.source = "/cairn/" + service;
        this.metrics = metrics;
        Topics.ownedBy(service).forEach(this::published);
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon(true).start(this::runUntilStopped);
    }

    /** Ends last, after requests and consumers, so that what they told is still published. */
    void stop(@Observes @Priority(1000) @BeforeDestroyed(ApplicationScoped.class) Object event)
            throws InterruptedException {
        running = false;
        wake();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(LONGEST_STOP_SECONDS));
        }
    }

    /** Whether it works, or was told not to. A relay that died is healed by a restart only. */
    boolean alive() {
        return thread == null || thread.isAlive() || !running;
    }

    /** Says that something was committed to the outbox. */
    public void wake() {
        work.release();
    }

    private void runUntilStopped() {
        while (running) {
            try (var connection = store.connect()) {
                publishUntilStopped(connection);
            } catch (SQLException | RuntimeException e) {
                Log.warnf("outbox relay starts again: reason=%s", e.getMessage());
                pause();
            }
        }
    }

    private void publishUntilStopped(Connection connection) throws SQLException {
        try {
            var shards = store.lockShards(connection);
            while (running) {
                publishAll(connection, shards);
                var woken = pause();
                if (!woken && shards.length < Outbox.SHARDS) {
                    shards = store.lockShards(connection);
                }
            }
            publishAll(connection, shards);
        } finally {
            if (!connection.isClosed()) {
                store.unlockShards(connection);
            }
        }
    }

    private void publishAll(Connection connection, Integer[] shards) throws SQLException {
        while (publishNext(connection, shards) == BATCH) {
            work.drainPermits();
        }
    }

    private int publishNext(Connection connection, Integer[] shards) throws SQLException {
        if (shards.length == 0) {
            return 0;
        }
        List<Pending> batch = store.next(connection, shards, BATCH);
        if (!batch.isEmpty()) {
            publisher.publish(batch.stream().map(this::record).toList());
            store.delete(connection, batch);
            batch.forEach(event -> published(event.topic()).increment());
        }
        return batch.size();
    }

    private Counter published(String topic) {
        return Counter.builder(PUBLISHED)
                .description("Events that the broker took")
                .tags("topic", topic)
                .register(metrics);
    }

    /** A record in the binary mode of CloudEvents' Kafka protocol binding. */
    private ProducerRecord<String, byte[]> record(Pending event) {
        var record = new ProducerRecord<>(event.topic(), event.key(), event.payload());
        var headers = record.headers();
        Header.write(headers, Header.SPEC_VERSION, "1.0");
        Header.write(headers, Header.ID, event.id().toString());
        Header.write(headers, Header.SOURCE, source);
        Header.write(headers, Header.TYPE, event.type());
        Header.write(headers, Header.TIME, event.time().toString());
        Header.write(headers, Header.SUBJECT, event.key());
        Header.write(headers, Header.PARTITION_KEY, event.key());
        EventType.named(event.type())
                .ifPresent(type -> Header.write(headers, Header.DATA_SCHEMA, type.schemaUri()));
        Header.write(headers, Header.CORRELATION_ID, event.correlationId());
        Header.write(headers, Header.CAUSATION_ID, event.causationId());
        Header.write(headers, Header.TRACE_PARENT, event.traceParent());
        Header.write(headers, Header.CONTENT_TYPE, "application/json");
        return record;
    }

    /** Waits for work, or for the time to look again; tells whether there was a call. */
    private boolean pause() {
        try {
            var woken = work.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
            work.drainPermits();
            return woken;
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
