package dev.cairn.notify.delivery;

import dev.cairn.notify.template.Wording;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/**
 * A message as a channel gets it.
 *
 * @param messageId the same for every attempt, so that a receiver can recognise a copy
 * @param unsubscribe page that ends such messages; empty for those that cannot be ended
 */
public record Letter(UUID messageId, String address, Wording wording, Optional<URI> unsubscribe) {
    @Override
    public String toString() {
        return "letter " + messageId;
    }
}
