package dev.cairn.notify.template;

import dev.cairn.notify.purpose.Purpose;
import java.util.Optional;

/** How much a message may interrupt. */
public enum MessageClass {
    /** Confirms what the member just did. Needs no consent and does not wait. */
    TRANSACTIONAL(null),
    /** Service about the member's own points. */
    LOYALTY(Purpose.LOYALTY),
    /** An offer or invitation. */
    MARKETING(Purpose.MARKETING);

    private final Purpose purpose;

    MessageClass(Purpose purpose) {
        this.purpose = purpose;
    }

    /** The consent that it needs; empty if none. */
    public Optional<Purpose> purpose() {
        return Optional.ofNullable(purpose);
    }
}
