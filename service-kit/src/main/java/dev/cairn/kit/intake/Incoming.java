package dev.cairn.kit.intake;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.EventType;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.event.Header;
import dev.cairn.kit.text.StorableText;
import java.io.IOException;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record as it was read: an event, an unknown type, or something unreadable. */
sealed interface Incoming {

    /** The record that it came from. */
    ConsumerRecord<String, byte[]> origin();

    record Readable(ConsumerRecord<String, byte[]> origin, Delivery<Event> delivery)
            implements Incoming {}

    /** A type that this version does not know; producers may add types at any time. */
    record Unknown(ConsumerRecord<String, byte[]> origin) implements Incoming {}

    /** A tombstone of a compacted topic. */
    record Tombstone(ConsumerRecord<String, byte[]> origin) implements Incoming {}

    record Unreadable(ConsumerRecord<String, byte[]> origin, String reason) implements Incoming {}

    /** Reads a record in the binary mode of CloudEvents' Kafka protocol binding. */
    static Incoming of(ConsumerRecord<String, byte[]> origin) {
        var headers = origin.headers();
        var id = Header.read(headers, Header.ID);
        var source = Header.read(headers, Header.SOURCE);
        var typeName = Header.read(headers, Header.TYPE);
        if (origin.value() == null && typeName == null) {
            return new Tombstone(origin);
        }
        if (id == null || source == null || typeName == null) {
            return new Unreadable(origin, "ce_id, ce_source or ce_type is missing");
        }
        var type = EventType.named(typeName);
        if (type.isEmpty()) {
            return new Unknown(origin);
        }
        if (!type.get().topic().equals(origin.topic())) {
            return new Unreadable(origin, typeName + " does not belong on this topic");
        }
        var cause = cause(origin, id);
        if (!Stream.of(id, source, cause.correlationId(), cause.traceParent())
                .allMatch(StorableText::storable)) {
            return new Unreadable(origin, "a header " + StorableText.REFUSAL);
        }
        try {
            var event = decode(type.get(), origin.value());
            return new Readable(origin, new Delivery<>(event, id, source, cause));
        } catch (IOException | RuntimeException e) {
            return new Unreadable(origin, "data does not fit " + typeName);
        }
    }

    private static Event decode(EventType type, byte[] data) throws IOException {
        if (data == null) {
            throw new IOException("no data");
        }
        var event = EventCodec.decode(type, data);
        if (event == null || event.memberId() == null || event.occurredAt() == null) {
            throw new IOException("memberId or occurredAt is missing");
        }
        return event;
    }

    private static Cause cause(ConsumerRecord<String, byte[]> origin, String id) {
        var correlation = Header.read(origin.headers(), Header.CORRELATION_ID);
        var trace = Header.read(origin.headers(), Header.TRACE_PARENT);
        return new Cause(correlation == null ? id : correlation, id, trace == null ? "" : trace);
    }
}
