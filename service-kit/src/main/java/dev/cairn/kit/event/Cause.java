package dev.cairn.kit.event;

/**
 * Why an event happens, carried in the CloudEvents extensions {@code correlationid} and {@code
 * causationid}.
 *
 * @param correlationId the same for everything that follows from one request; null starts anew
 * @param causationId id of the event that led to this one; null for requests
 */
public record Cause(String correlationId, String causationId) {
    private static final Cause NONE = new Cause(null, null);

    /** For what starts a chain of events. */
    public static Cause none() {
        return NONE;
    }
}
