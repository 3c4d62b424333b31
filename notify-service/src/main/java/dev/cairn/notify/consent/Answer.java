package dev.cairn.notify.consent;

import dev.cairn.notify.consent.Consents.Topic;
import java.time.Instant;

/**
 * What a member said.
 *
 * @param origin where it was said, such as {@code app} or {@code unsubscribe}
 */
public record Answer(Topic topic, boolean granted, String origin, Instant at) {}
