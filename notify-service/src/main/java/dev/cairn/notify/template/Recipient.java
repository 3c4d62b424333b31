package dev.cairn.notify.template;

import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Who reads a message.
 *
 * @param unsubscribe page that ends such messages; empty for those that cannot be ended
 */
public record Recipient(Language language, ZoneId zone, Optional<URI> unsubscribe) {}
