package dev.cairn.notify.candidate;

import dev.cairn.notify.template.Template;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * Something that could be said to a member.
 *
 * @param occasion what it is about, unique per member and template
 * @param validUntil from then on it is not worth saying
 * @param facts what its words refer to; instants and numbers, not yet formatted
 */
public record Candidate(
        UUID id,
        String memberId,
        Template template,
        String occasion,
        Instant occurredAt,
        Instant validUntil,
        Map<String, Object> facts) {
    public Candidate {
        facts = Map.copyOf(facts);
    }

    /** A candidate with the id that follows from its occasion. */
    public static Candidate about(
            Template template,
            String memberId,
            String occasion,
            Instant occurredAt,
            Instant validUntil,
            Map<String, Object> facts) {
        var id = MessageId.of(template, memberId, occasion);
        return new Candidate(id, memberId, template, occasion, occurredAt, validUntil, facts);
    }
}
