package dev.cairn.kit.intake;

/** A record that can never be handled; the message says why and goes with the dead letter. */
public final class BadRecord extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadRecord(String reason) {
        super(reason);
    }

    public BadRecord(String reason, Throwable cause) {
        super(reason, cause);
    }
}
