package dev.cairn.notify.suppression;

import dev.cairn.notify.purpose.Purpose;
import java.util.Optional;

/**
 * Why an address is not written to.
 *
 * @param purpose what it is limited to; empty for all purposes
 */
public record Suppression(Ground ground, Optional<Purpose> purpose) {

    /** What happened. */
    public enum Ground {
        /** The address does not exist. Blocks everything. */
        HARD_BOUNCE,
        /** A mail was reported as unwanted. Blocks everything but transactional messages. */
        COMPLAINT,
        /** Somebody with the mail in hand unsubscribed. Blocks one purpose. */
        UNSUBSCRIBED
    }

    public static Suppression hardBounce() {
        return new Suppression(Ground.HARD_BOUNCE, Optional.empty());
    }

    public static Suppression complaint() {
        return new Suppression(Ground.COMPLAINT, Optional.empty());
    }

    public static Suppression unsubscribed(Purpose purpose) {
        return new Suppression(Ground.UNSUBSCRIBED, Optional.of(purpose));
    }

    /** Whether a message for this purpose (none: transactional) may not go there. */
    public boolean blocks(Optional<Purpose> wanted) {
        return switch (ground) {
            case HARD_BOUNCE -> true;
            case COMPLAINT -> wanted.isPresent();
            case UNSUBSCRIBED -> purpose.equals(wanted);
        };
    }
}
