package dev.cairn.ledger.code;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.Idempotency;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;

/** Adds codes to a reward's pool: all of them, or none. No answer and no log names a good code. */
@ApplicationScoped
class FillPool {
    /** Those that an answer names; a file that was sent twice has thousands. */
    private static final int NAMED = 100;

    private final Database database;
    private final Idempotency idempotency;
    private final CodeStore store;
    private final CairnClock clock;
    private final SecureRandom random = new SecureRandom();

    FillPool(Database database, Idempotency idempotency, CodeStore store, CairnClock clock) {
        this.database = database;
        this.idempotency = idempotency;
        this.store = store;
        this.clock = clock;
    }

    /** What came in, and what is there to hand out now. */
    public record Filled(String reward, int added, long free) {}

    private record Command(String what, String reward, Object content) {}

    Answer upload(String callerId, IdempotencyKey key, String rewardId, CodeUpload upload) {
        var command = new Command("code-upload", rewardId, upload);
        return database.inTransaction(
                tx ->
                        idempotency.once(
                                tx, callerId, key, command, () -> add(tx, rewardId, upload)));
    }

    Answer generate(String callerId, IdempotencyKey key, String rewardId, CodeOrder order) {
        var command = new Command("code-order", rewardId, order);
        return database.inTransaction(
                tx ->
                        idempotency.once(
                                tx, callerId, key, command, () -> make(tx, rewardId, order)));
    }

    private Answer add(Tx tx, String rewardId, CodeUpload upload) {
        if (!store.takesCodes(tx, rewardId)) {
            return refusal(noPool());
        }
        var codes = upload.codes();
        if (new HashSet<>(codes).size() < codes.size()) {
            return refusal(
                    Problem.of(KitProblem.INVALID_REQUEST, "A code is there twice.")
                            .with("field", "codes"));
        }
        var taken = store.taken(tx, codes);
        if (!taken.isEmpty()) {
            return refusal(taken(taken));
        }
        if (store.add(tx, rewardId, codes, clock.instant()) < codes.size()) {
            throw Problem.of(LedgerProblem.CODE_TAKEN, "Somebody just added one of the codes.");
        }
        return filled(tx, rewardId, codes.size());
    }

    private Answer make(Tx tx, String rewardId, CodeOrder order) {
        if (!store.takesCodes(tx, rewardId)) {
            return refusal(noPool());
        }
        for (var missing = order.count(); missing > 0; ) {
            var codes = CodeMaker.make(missing, order.lengthOrUsual(), random);
            missing -= store.add(tx, rewardId, List.copyOf(codes), clock.instant());
        }
        return filled(tx, rewardId, order.count());
    }

    private Answer filled(Tx tx, String rewardId, int added) {
        Log.infof("codes added: reward=%s, codes=%d", rewardId, added);
        return Answer.of(201, new Filled(rewardId, added, store.summary(tx, rewardId).free()));
    }

    private static Problem taken(List<String> taken) {
        return Problem.of(LedgerProblem.CODE_TAKEN, "%d codes are taken.".formatted(taken.size()))
                .with("codes", taken.stream().limit(NAMED).toList())
                .with("taken", taken.size());
    }

    static Problem noPool() {
        return Problem.of(
                LedgerProblem.REWARD_UNKNOWN, "The catalogue has no such reward with codes.");
    }

    private static Answer refusal(Problem problem) {
        return Answer.of(problem.type().status(), problem.asBody());
    }
}
