-- The W3C trace context of the work that added an event, so that its consumers continue the trace.
ALTER TABLE outbox ADD COLUMN traceparent text;
