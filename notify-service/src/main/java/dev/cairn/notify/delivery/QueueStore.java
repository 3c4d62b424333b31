package dev.cairn.notify.delivery;

import dev.cairn.kit.db.Jsonb;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where messages are asked for and taken back; {@link MessageStore} knows what becomes of them. */
@ApplicationScoped
public class QueueStore {

    /** Adds messages that are due at once; those that are already there stay as they are. */
    void add(Tx tx, List<Queued> messages, Instant now) {
        tx.update(
                """
                INSERT INTO message (id, member_id, template, occasion, occurred_at, valid_until,
                                     facts, correlation_id, causation_id, due_at)
                SELECT id, member_id, template, occasion, occurred_at, valid_until,
                       facts::jsonb, correlation_id, causation_id, ?
                FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
                            ?::timestamptz[], ?::text[], ?::text[], ?::text[])
                     AS m(id, member_id, template, occasion, occurred_at, valid_until,
                          facts, correlation_id, causation_id)
                ORDER BY id
                ON CONFLICT (id) DO NOTHING
                """,
                now,
                messages.stream().map(m -> m.candidate().id()).toArray(UUID[]::new),
                messages.stream().map(m -> m.candidate().memberId()).toArray(String[]::new),
                messages.stream().map(m -> m.candidate().template().id()).toArray(String[]::new),
                messages.stream().map(m -> m.candidate().occasion()).toArray(String[]::new),
                messages.stream().map(m -> m.candidate().occurredAt()).toArray(Instant[]::new),
                messages.stream().map(m -> m.candidate().validUntil()).toArray(Instant[]::new),
                messages.stream()
                        .map(m -> Jsonb.of(m.candidate().facts()).text())
                        .toArray(String[]::new),
                messages.stream().map(m -> m.cause().correlationId()).toArray(String[]::new),
                messages.stream().map(m -> m.cause().causationId()).toArray(String[]::new));
    }

    /** Ends the use of waiting messages that are older than the retraction. */
    void retract(Tx tx, Retraction retraction, Instant now) {
        tx.update(
                """
                UPDATE message SET valid_until = least(valid_until, ?), due_at = ?
                WHERE member_id = ? AND template = ? AND outreach_state = 'waiting'
                  AND occurred_at <= ? AND occasion = coalesce(?::text, occasion)
                """,
                now,
                now,
                retraction.memberId(),
                retraction.template().id(),
                retraction.at(),
                retraction.occasion().orElse(null));
    }

    /** Has messages decided now that wait for an address or a consent. */
    int hasten(Tx tx, String memberId, Instant now) {
        return tx.update(
                """
                UPDATE message SET due_at = ?
                WHERE member_id = ? AND outreach_state = 'waiting' AND due_at > ?
                  AND outreach_reason IN ('consent', 'no-contact')
                """,
                now,
                memberId,
                now);
    }

    /** Has all waiting messages of a member decided now, and forgets what they would have said. */
    void forget(Tx tx, String memberId, Instant now) {
        tx.update(
                """
                UPDATE message SET facts = '{}', due_at = least(due_at, ?) WHERE member_id = ?
                """,
                now,
                memberId);
    }
}
