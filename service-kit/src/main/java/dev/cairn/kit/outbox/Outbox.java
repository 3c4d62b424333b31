package dev.cairn.kit.outbox;

import dev.cairn.contracts.Event;
import dev.cairn.contracts.EventType;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.trace.TraceParent;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Events that leave with the transaction that caused them: never without it, never lost after it.
 * Column names are those that Debezium's outbox event router expects, so that it can take the
 * relay's place.
 *
 * @see "docs/adr/0004-outbox-relay.md"
 */
@ApplicationScoped
public class Outbox {
    /** Members are spread over this many queues; each is published by one relay at a time. */
    static final int SHARDS = 16;

    private final OutboxRelay relay;

    public Outbox(OutboxRelay relay) {
        this.relay = relay;
    }

    /** Adds events; those of one member are published in the order in which they were added. */
    public void append(Tx tx, Cause cause, Event... events) {
        append(tx, cause, List.of(events));
    }

    /**
     * Adds events; those of one member are published in the order in which they were added, as long
     * as the transaction holds a lock that its other writers for that member need too.
     */
    public void append(Tx tx, Cause cause, List<? extends Event> events) {
        append(tx, events.stream().map(event -> new Effect(cause, event)).toList());
    }

    /** An event with what led to it. */
    public record Effect(Cause cause, Event event) {}

    /** As {@link #append(Tx, Cause, List)}, for a batch whose events have causes of their own. */
    public void append(Tx tx, List<Effect> effects) {
        if (effects.isEmpty()) {
            return;
        }
        var n = effects.size();
        var ids = new UUID[n];
        var shards = new Integer[n];
        var topics = new String[n];
        var keys = new String[n];
        var types = new String[n];
        var times = new Instant[n];
        var correlations = new String[n];
        var causations = new String[n];
        var traces = new String[n];
        var here = TraceParent.current();
        var payloads = new byte[n][];
        for (var i = 0; i < n; i++) {
            var event = effects.get(i).event();
            var cause = effects.get(i).cause();
            var type = EventType.of(event);
            ids[i] = UUID.randomUUID();
            shards[i] = Math.floorMod(event.memberId().hashCode(), SHARDS);
            topics[i] = type.topic();
            keys[i] = event.memberId();
            types[i] = type.typeName();
            times[i] = event.occurredAt();
            correlations[i] =
                    cause.correlationId() == null ? ids[i].toString() : cause.correlationId();
            causations[i] = cause.causationId();
            traces[i] = trace(cause, here);
            payloads[i] = EventCodec.encode(event);
        }
        tx.later(
                """
                INSERT INTO outbox (id, shard, aggregatetype, aggregateid, type, time,
                                    correlation_id, causation_id, traceparent, payload)
                SELECT unnest(?::uuid[]), unnest(?::integer[]), unnest(?::text[]),
                       unnest(?::text[]), unnest(?::text[]), unnest(?::timestamptz[]),
                       unnest(?::text[]), unnest(?::text[]), unnest(?::text[]),
                       unnest(?::bytea[])
                """,
                ids,
                shards,
                topics,
                keys,
                types,
                times,
                correlations,
                causations,
                traces,
                payloads);
        tx.afterCommit(relay::wake);
    }

    private static String trace(Cause cause, String here) {
        return switch (cause.traceParent()) {
            case null -> here;
            case "" -> null;
            case String given -> given;
        };
    }
}
