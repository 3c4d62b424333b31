package dev.cairn.kit.outbox;

import dev.cairn.contracts.EventType;
import dev.cairn.kit.event.EventPublisher;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.outbox.OutboxStore.Pending;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
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

    private final OutboxStore store;
    private final EventPublisher publisher;
    private final String source;
    private final Semaphore work = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;

    public OutboxRelay(
            OutboxStore store,
            EventPublisher publisher,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.store = store;
        this.publisher = publisher;
        this.source = "/cairn/" + service;
    }

    void start(@Observes StartupEvent event) {
        running = true;
        thread = Thread.ofPlatform().name("outbox-relay").daemon(true).start(this::runUntilStopped);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        wake();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
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
                while (publishNext(connection, shards) == BATCH && running) {
                    work.drainPermits();
                }
                var woken = pause();
                if (!woken && shards.length < Outbox.SHARDS) {
                    shards = store.lockShards(connection);
                }
            }
        } finally {
            if (!connection.isClosed()) {
                store.unlockShards(connection);
            }
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
        }
        return batch.size();
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
