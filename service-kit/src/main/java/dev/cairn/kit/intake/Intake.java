package dev.cairn.kit.intake;

import dev.cairn.contracts.Event;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.DatabaseException;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.Incoming.Readable;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/**
 * Handles what a poll brought, in one transaction. A record whose handling fails is found by
 * halving the batch, so that it alone is set aside. While the database or the broker is away,
 * nothing is set aside: the same batch is tried again until it passes, or until the service stops;
 * then it is not acknowledged.
 */
@ApplicationScoped
public class Intake {
    private final Database database;
    private final InboxStore inbox;
    private final DeadLetters deadLetters;
    private final Patience patience;
    private final HandledOffsets handled;
    private final IntakeMetrics metrics;
    private final InHand inHand;
    private final Tracer tracer;
    private final Map<String, Subscription> subscriptions = new ConcurrentHashMap<>();

    public Intake(
            Database database,
            InboxStore inbox,
            DeadLetters deadLetters,
            Patience patience,
            HandledOffsets handled,
            IntakeMetrics metrics,
            InHand inHand,
            Tracer tracer) {
        this.database = database;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.patience = patience;
        this.handled = handled;
        this.metrics = metrics;
        this.inHand = inHand;
        this.tracer = tracer;
    }

    /** What a service does with events. It may be called again for the same events. */
    @FunctionalInterface
    public interface Handler {
        /**
         * Handles the events within the transaction.
         *
         * @throws BadRecord if one of them can never be handled
         */
        void handle(Tx tx, List<Delivery<Event>> deliveries);
    }

    /**
     * Handles each event of the topic once, however often it is delivered. Called from the
     * constructor of a consumer that is there from the start ({@code @Startup}), so that dead
     * letters find their handler before the first record comes.
     */
    public Subscription subscribe(String topic, Handler handler) {
        return subscribeWithoutInbox(
                topic, (tx, deliveries) -> handler.handle(tx, inbox.admit(tx, deliveries)));
    }

    /**
     * As {@link #subscribe}, for a handler that recognises duplicates by a business key of its own.
     */
    public Subscription subscribeWithoutInbox(String topic, Handler handler) {
        var subscription = new Subscription(topic, this, handler);
        subscriptions.put(topic, subscription);
        return subscription;
    }

    /** The topics that this service listens to. */
    Set<String> topics() {
        return new TreeSet<>(subscriptions.keySet());
    }

    Optional<Subscription> subscription(String topic) {
        return Optional.ofNullable(subscriptions.get(topic));
    }

    void take(ConsumerRecords<String, byte[]> batch, Handler handler) {
        var topics = batch.partitions().stream().map(TopicPartition::topic).distinct().toList();
        topics.forEach(metrics::begin);
        try (var _ = inHand.begin()) {
            var records = new ArrayList<ConsumerRecord<String, byte[]>>();
            batch.forEach(records::add);
            handle(records, handler, metrics);
            handled.note(batch);
        } finally {
            topics.forEach(metrics::end);
        }
    }

    /** What became of each record. */
    interface Tally {
        void handled(ConsumerRecord<String, byte[]> record);

        void other(ConsumerRecord<String, byte[]> record, String outcome);
    }

    void handle(List<ConsumerRecord<String, byte[]>> records, Handler handler, Tally tally) {
        var readable = new ArrayList<Readable>();
        for (var origin : records) {
            switch (Incoming.of(origin)) {
                case Readable record -> readable.add(record);
                case Incoming.Unknown unknown -> tally.other(origin, "unknown");
                case Incoming.Tombstone tombstone -> tally.other(origin, "tombstone");
                case Incoming.Unreadable bad -> setAside(bad, bad.reason(), tally);
            }
        }
        if (!readable.isEmpty()) {
            bisect(readable, handler, tally);
        }
    }

    private void bisect(List<Readable> records, Handler handler, Tally tally) {
        try {
            patience.untilReachable(() -> commit(records, handler));
            records.forEach(record -> tally.handled(record.origin()));
        } catch (DatabaseException e) {
            if (e.transientFailure()) {
                throw e;
            }
            halve(records, handler, tally, e);
        } catch (BadRecord | IllegalArgumentException e) {
            halve(records, handler, tally, e);
        } catch (RuntimeException e) {
            Log.errorf(e, "an event could not be handled: topic=%s", topic(records));
            halve(records, handler, tally, e);
        }
    }

    private void halve(
            List<Readable> records, Handler handler, Tally tally, RuntimeException failure) {
        if (records.size() == 1) {
            setAside(records.getFirst(), reason(failure), tally);
            return;
        }
        var middle = records.size() / 2;
        bisect(records.subList(0, middle), handler, tally);
        bisect(records.subList(middle, records.size()), handler, tally);
    }

    private void commit(List<Readable> records, Handler handler) {
        try (var traced = new TracedBatch(tracer, records)) {
            try {
                metrics.batch(topic(records))
                        .record(
                                () ->
                                        database.transact(
                                                tx -> handler.handle(tx, traced.deliveries())));
            } catch (RuntimeException e) {
                traced.failed();
                throw e;
            }
        }
    }

    private void setAside(Incoming record, String reason, Tally tally) {
        patience.untilReachable(() -> deadLetters.add(record.origin(), reason));
        tally.other(record.origin(), "dead");
    }

    /** Own words for own refusals; of others only the kind, which can hold no personal data. */
    private static String reason(RuntimeException failure) {
        return switch (failure) {
            case BadRecord bad -> bad.getMessage();
            case DatabaseException refused -> "refused by the database: " + refused.sqlState();
            default -> "handling failed: " + failure.getClass().getSimpleName();
        };
    }

    private static String topic(List<Readable> records) {
        return records.getFirst().origin().topic();
    }
}
