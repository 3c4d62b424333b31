package dev.cairn.ledger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.IdempotencyKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Remembers whom the stored answers are about, so that they can be cleared when that member is
 * forgotten. Partners are told ids of holds only.
 */
@ApplicationScoped
public class AnswersAbout {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Notes the member whom the answer names, or whose hold it is. */
    void note(Tx tx, String callerId, IdempotencyKey key, JsonNode body) {
        var member = text(body, "member");
        if (member.isPresent()) {
            member.filter(id -> !id.equals(callerId)).ifPresent(id -> note(tx, id, callerId, key));
        } else {
            text(body, "id")
                    .filter(id -> ID.matcher(id).matches())
                    .ifPresent(id -> noteHold(tx, UUID.fromString(id), callerId, key));
        }
    }

    private static Optional<String> text(JsonNode body, String field) {
        return Optional.ofNullable(body.path(field).textValue());
    }

    private static void note(Tx tx, String memberId, String callerId, IdempotencyKey key) {
        tx.later(
                "INSERT INTO answer_about (member_id, caller, key) VALUES (?, ?, ?)",
                memberId,
                callerId,
                key.value());
    }

    private static void noteHold(Tx tx, UUID holdId, String callerId, IdempotencyKey key) {
        tx.later(
                """
                INSERT INTO answer_about (member_id, caller, key)
                SELECT member_id, ?, ?
                FROM hold
                WHERE id = ?
                """,
                callerId,
                key.value(),
                holdId);
    }

    /** Clears what the member was answered, and what others were answered about the member. */
    public void clear(Tx tx, String memberId) {
        tx.update(
                """
                UPDATE idempotency
                SET request = ''::bytea, body = 'null'
                WHERE caller = ?
                """,
                memberId);
        tx.update(
                """
                WITH cleared AS (
                    DELETE FROM answer_about
                    WHERE member_id = ?
                    RETURNING caller, key)
                UPDATE idempotency AS i
                SET request = ''::bytea, body = 'null'
                FROM cleared AS c
                WHERE i.caller = c.caller AND i.key = c.key
                """,
                memberId);
    }
}
