package dev.cairn.kit.intake;

import dev.cairn.contracts.Event;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.DatabaseException;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.Incoming.Readable;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Handles what a poll brought, in one transaction. Returning means that every record is committed,
 * was a duplicate, has an unknown type, or lies in the dead-letter topic: the caller may
 * acknowledge.
 *
 * <p>A record whose handling fails is found by halving the batch, so that it alone is set aside.
 * While the database or the broker is away, nothing is set aside: the same batch is tried again
 * until it passes.
 */
@ApplicationScoped
public class Intake {
    private static final String RECORDS = "cairn_intake_records";

    private final Database database;
    private final InboxStore inbox;
    private final DeadLetters deadLetters;
    private final Patience patience;
    private final HandledOffsets handled;
    private final MeterRegistry metrics;

    public Intake(
            Database database,
            InboxStore inbox,
            DeadLetters deadLetters,
            Patience patience,
            HandledOffsets handled,
            MeterRegistry metrics) {
        this.database = database;
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.patience = patience;
        this.handled = handled;
        this.metrics = metrics;
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

    /** Handles each event once, however often it is delivered. */
    public void process(ConsumerRecords<String, byte[]> batch, Handler handler) {
        run(batch, (tx, deliveries) -> handler.handle(tx, inbox.admit(tx, deliveries)));
    }

    /**
     * As {@link #process}, for a handler that recognises duplicates by a business key of its own.
     */
    public void processWithoutInbox(ConsumerRecords<String, byte[]> batch, Handler handler) {
        run(batch, handler);
    }

    private void run(ConsumerRecords<String, byte[]> batch, Handler handler) {
        var readable = new ArrayList<Readable>();
        for (var origin : StreamSupport.stream(batch.spliterator(), false).toList()) {
            switch (Incoming.of(origin)) {
                case Readable record -> readable.add(record);
                case Incoming.Unknown unknown -> count(unknown, "unknown");
                case Incoming.Tombstone tombstone -> count(tombstone, "tombstone");
                case Incoming.Unreadable bad -> setAside(bad, bad.reason());
            }
        }
        if (!readable.isEmpty()) {
            bisect(readable, handler);
        }
        handled.note(batch);
    }

    private void bisect(List<Readable> records, Handler handler) {
        try {
            patience.untilReachable(() -> commit(records, handler));
            records.forEach(record -> count(record, "handled"));
        } catch (BadRecord | DatabaseException | IllegalArgumentException e) {
            halve(records, handler, e);
        } catch (RuntimeException e) {
            Log.errorf(e, "an event could not be handled: topic=%s", topic(records));
            halve(records, handler, e);
        }
    }

    private void halve(List<Readable> records, Handler handler, RuntimeException failure) {
        if (records.size() == 1) {
            setAside(records.getFirst(), reason(failure));
            return;
        }
        var middle = records.size() / 2;
        bisect(records.subList(0, middle), handler);
        bisect(records.subList(middle, records.size()), handler);
    }

    private void commit(List<Readable> records, Handler handler) {
        var deliveries = records.stream().map(Readable::delivery).toList();
        database.transact(tx -> handler.handle(tx, deliveries));
    }

    private void setAside(Incoming record, String reason) {
        patience.untilReachable(() -> deadLetters.add(record.origin(), reason));
        count(record, "dead");
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

    private void count(Incoming record, String outcome) {
        metrics.counter(RECORDS, "topic", record.origin().topic(), "outcome", outcome).increment();
    }
}
