package dev.cairn.ledger;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.Idempotency;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;

/**
 * Answers each command once and for all. Whatever depends on time, on files or on what others did
 * is decided here, so that who asks again is answered as before. A refusal that the work throws is
 * kept like one that it returns, after everything that the work did was taken back.
 */
@ApplicationScoped
public class AnswerOnce {
    private static final int OUR_MISTAKE = 500;

    private final Database database;
    private final Idempotency idempotency;
    private final AnswersAbout about;

    AnswerOnce(Database database, Idempotency idempotency, AnswersAbout about) {
        this.database = database;
        this.idempotency = idempotency;
        this.about = about;
    }

    /** Carries a refusal out of the transaction that it takes back. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem why;

        TakenBack(Problem why) {
            super(null, null, false, false);
            this.why = why;
        }
    }

    /**
     * The answer, from the store if there is one.
     *
     * @param wish all that makes two commands equal
     * @param work runs in a transaction; may return a refusal or throw it
     * @throws Problem if the key was used with other content
     */
    public Answer answer(
            String callerId, IdempotencyKey key, Object wish, Function<Tx, Answer> work) {
        try {
            return once(callerId, key, wish, tx -> attempt(tx, work));
        } catch (TakenBack taken) {
            return once(callerId, key, wish, tx -> Reply.refused(taken.why));
        }
    }

    private Answer once(
            String callerId, IdempotencyKey key, Object wish, Function<Tx, Answer> work) {
        return database.inTransaction(
                tx ->
                        idempotency.once(
                                tx, callerId, key, wish, () -> noted(tx, callerId, key, work)));
    }

    private Answer noted(Tx tx, String callerId, IdempotencyKey key, Function<Tx, Answer> work) {
        var answer = work.apply(tx);
        about.note(tx, callerId, key, answer.body());
        return answer;
    }

    private static Answer attempt(Tx tx, Function<Tx, Answer> work) {
        try {
            return work.apply(tx);
        } catch (Problem problem) {
            throw problem.type().status() < OUR_MISTAKE ? new TakenBack(problem) : problem;
        }
    }
}
