package dev.cairn.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Jsonb;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;

/**
 * One effect per key, for ever. The key is claimed by a unique row in the transaction of the
 * effect: of two equal requests at once, the second waits for the first and then gets its answer. A
 * refusal is an answer too, and stays. Keys belong to their caller, so that nobody learns of
 * another's.
 *
 * @see "docs/adr/0007-idempotency-in-the-transaction.md"
 */
@ApplicationScoped
public class Idempotency {
    private final CairnClock clock;

    public Idempotency(CairnClock clock) {
        this.clock = clock;
    }

    private record Stored(byte[] request, int status, JsonNode body) {}

    /**
     * Does the work unless the caller's key was used before.
     *
     * @param request all that makes two requests equal; compared by its JSON
     * @param work runs within the transaction and returns its answer, also when it refuses
     * @throws Problem if the key was used with other content
     */
    public Answer once(
            Tx tx, String caller, IdempotencyKey key, Object request, Supplier<Answer> work) {
        var hash = hash(request);
        if (!claimed(tx, caller, key, hash)) {
            return replay(tx, caller, key, hash);
        }
        var answer = work.get();
        tx.laterTouching(
                1,
                "UPDATE idempotency SET status = ?, body = ? WHERE caller = ? AND key = ?",
                answer.status(),
                Jsonb.of(answer.body()),
                caller,
                key.value());
        return answer;
    }

    private boolean claimed(Tx tx, String caller, IdempotencyKey key, byte[] hash) {
        return tx.update(
                        """
                        INSERT INTO idempotency (caller, key, request, status, body, created_at)
                        VALUES (?, ?, ?, 0, 'null', ?)
                        ON CONFLICT DO NOTHING
                        """,
                        caller,
                        key.value(),
                        hash,
                        clock.instant())
                == 1;
    }

    private static Answer replay(Tx tx, String caller, IdempotencyKey key, byte[] hash) {
        var stored =
                tx.first(
                                """
                                SELECT request, status, body
                                FROM idempotency
                                WHERE caller = ? AND key = ?
                                """,
                                row ->
                                        new Stored(
                                                row.bytes("request"),
                                                row.intValue("status"),
                                                row.json("body", JsonNode.class)),
                                caller,
                                key.value())
                        .orElseThrow();
        if (!MessageDigest.isEqual(stored.request(), hash)) {
            throw Problem.of(
                    KitProblem.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key was used with other content.");
        }
        return new Answer(stored.status(), stored.body(), true);
    }

    private static byte[] hash(Object request) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(EventCodec.json().writeValueAsBytes(request));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalArgumentException("a request that has no hash", e);
        }
    }
}
