package dev.cairn.kit.event;

/**
 * Why an event happens, carried in the CloudEvents extensions {@code correlationid}, {@code
 * causationid} and {@code traceparent}.
 *
 * @param correlationId the same for everything that follows from one request; null starts anew
 * @param causationId id of the event that led to this one; null for requests
 * @param traceParent W3C trace context of the work; null takes that of the running request, and an
 *     empty text none
 */
public record Cause(String correlationId, String causationId, String traceParent) {
    private static final Cause NONE = new Cause(null, null);

    /** A cause within the running request, or out of a row that was stored. */
    public Cause(String correlationId, String causationId) {
        this(correlationId, causationId, null);
    }

    /** For what starts a chain of events. */
    public static Cause none() {
        return NONE;
    }
}
