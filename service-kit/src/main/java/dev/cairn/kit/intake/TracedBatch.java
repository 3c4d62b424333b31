package dev.cairn.kit.intake;

import dev.cairn.contracts.Event;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.event.Delivery;
import dev.cairn.kit.intake.Incoming.Readable;
import dev.cairn.kit.trace.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.util.ArrayList;
import java.util.List;

/**
 * The records of one transaction, each in the trace that it came with. What follows from a record
 * belongs to its trace; the statements of the transaction, which serve all records, are shown in
 * the trace of the first one that is kept.
 */
final class TracedBatch implements AutoCloseable {
    private final Tracer tracer;
    private final List<Span> spans = new ArrayList<>();
    private final List<Delivery<Event>> deliveries;
    private final Scope scope;

    TracedBatch(Tracer tracer, List<Readable> records) {
        this.tracer = tracer;
        this.deliveries = records.stream().map(this::traced).toList();
        this.scope = spans.isEmpty() ? null : spans.getFirst().makeCurrent();
    }

    List<Delivery<Event>> deliveries() {
        return deliveries;
    }

    void failed() {
        spans.forEach(span -> span.setStatus(StatusCode.ERROR));
    }

    @Override
    public void close() {
        if (scope != null) {
            scope.close();
        }
        spans.forEach(Span::end);
    }

    private Delivery<Event> traced(Readable record) {
        var delivery = record.delivery();
        return TraceParent.read(delivery.cause().traceParent())
                .filter(SpanContext::isSampled)
                .map(parent -> with(delivery, start(record, parent)))
                .orElse(delivery);
    }

    private Span start(Readable record, SpanContext parent) {
        var topic = record.origin().topic();
        var span =
                tracer.spanBuilder("process " + topic)
                        .setParent(Context.root().with(Span.wrap(parent)))
                        .setSpanKind(SpanKind.CONSUMER)
                        .setAttribute("messaging.system", "kafka")
                        .setAttribute("messaging.operation.type", "process")
                        .setAttribute("messaging.destination.name", topic)
                        .setAttribute("messaging.kafka.offset", record.origin().offset())
                        .setAttribute("messaging.message.id", record.delivery().id())
                        .startSpan();
        spans.add(span);
        return span;
    }

    private static Delivery<Event> with(Delivery<Event> delivery, Span span) {
        var before = delivery.cause();
        var cause =
                new Cause(
                        before.correlationId(),
                        before.causationId(),
                        TraceParent.of(span.getSpanContext()));
        return new Delivery<>(delivery.event(), delivery.id(), delivery.source(), cause);
    }
}
