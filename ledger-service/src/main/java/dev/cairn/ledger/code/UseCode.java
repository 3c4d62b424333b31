package dev.cairn.ledger.code;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.AnswerOnce;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.Reply;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A till takes a member's code, once: what was used cannot be cancelled any more. */
@ApplicationScoped
class UseCode {
    private static final CodeStore.Fate NOBODYS = new CodeStore.Fate(null, null);

    private final AnswerOnce once;
    private final CodeStore store;
    private final CairnClock clock;

    UseCode(AnswerOnce once, CodeStore store, CairnClock clock) {
        this.once = once;
        this.store = store;
        this.clock = clock;
    }

    /** A code that was used; without the code. */
    public record Used(String reward, UUID redemption, Instant usedAt) {}

    /** All that makes two wishes the same; of the code only its hash is kept. */
    private record Wish(String what, String code) {}

    /**
     * Uses it, once for each key.
     *
     * @param clientId the till's or the partner's client
     */
    Answer answer(String callerId, String clientId, IdempotencyKey key, String code) {
        return once.answer(
                callerId, key, new Wish("code-use", code), tx -> use(tx, clientId, code));
    }

    private Answer use(Tx tx, String clientId, String code) {
        return store.use(tx, code, clientId, clock.instant())
                .map(used -> Answer.of(200, used))
                .orElseGet(() -> Reply.refused(refusal(store.fate(tx, code))));
    }

    /**
     * A code that nobody got is as unknown as one that is not there; so is one that is good by now
     * and was nobody's when it was shown.
     */
    static Problem refusal(Optional<CodeStore.Fate> found) {
        var fate = found.orElse(NOBODYS);
        if (fate.usedAt() != null) {
            return used(fate.usedAt());
        }
        return fate.voidedAt() == null
                ? Problem.of(LedgerProblem.CODE_UNKNOWN, "Nobody was given this code.")
                : voided(fate.voidedAt());
    }

    private static Problem voided(Instant voidedAt) {
        return Problem.of(LedgerProblem.CODE_VOID, "Its redemption was cancelled.")
                .with("voidedAt", voidedAt.toString());
    }

    private static Problem used(Instant usedAt) {
        return Problem.of(LedgerProblem.CODE_USED, "A till has taken the code before.")
                .with("usedAt", usedAt.toString());
    }
}
