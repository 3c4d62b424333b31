package dev.cairn.notify.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A message in the inbox.
 *
 * @param seq grows with each item of a member
 */
public record InboxItem(
        long seq,
        UUID id,
        String template,
        String title,
        String body,
        Instant arrivedAt,
        Optional<Instant> readAt) {}
