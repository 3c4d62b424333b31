package dev.cairn.notify.inbox;

import java.time.Instant;
import java.util.UUID;

/** An item of the inbox in an answer. */
public record InboxView(
        UUID id,
        String template,
        String title,
        String body,
        Instant arrivedAt,
        boolean read,
        Instant readAt) {

    static InboxView of(InboxItem item) {
        return new InboxView(
                item.id(),
                item.template(),
                item.title(),
                item.body(),
                item.arrivedAt(),
                item.readAt().isPresent(),
                item.readAt().orElse(null));
    }
}
