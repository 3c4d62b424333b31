package dev.cairn.notify.delivery;

import dev.cairn.notify.template.Template;
import java.time.Instant;
import java.util.Optional;

/**
 * Something happened by which waiting messages are no longer true.
 *
 * @param occasion which one; empty for all of the template
 */
public record Retraction(
        Template template, String memberId, Optional<String> occasion, Instant at) {}
