package dev.cairn.ledger.code;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.idempotency.Answer;
import dev.cairn.kit.idempotency.IdempotencyKey;
import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.AnswerOnce;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.Reply;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Adds codes to a reward's pool: all of them, or none. No answer and no log names a code. */
@ApplicationScoped
class FillPool {
    /** Places that an answer names; a file that was sent twice has thousands. */
    private static final int NAMED = 100;

    private final AnswerOnce once;
    private final CodeStore store;
    private final CairnClock clock;
    private final SecureRandom random = new SecureRandom();

    FillPool(AnswerOnce once, CodeStore store, CairnClock clock) {
        this.once = once;
        this.store = store;
        this.clock = clock;
    }

    /** What came in, and what is there to hand out now. */
    public record Filled(String reward, int added, long free) {}

    private record Command(String what, String reward, Object content) {}

    Answer upload(String callerId, IdempotencyKey key, String rewardId, CodeUpload upload) {
        var command = new Command("code-upload", rewardId, upload);
        return once.answer(callerId, key, command, tx -> add(tx, rewardId, upload));
    }

    Answer generate(String callerId, IdempotencyKey key, String rewardId, CodeOrder order) {
        var command = new Command("code-order", rewardId, order);
        return once.answer(callerId, key, command, tx -> make(tx, rewardId, order));
    }

    private Answer add(Tx tx, String rewardId, CodeUpload upload) {
        if (!store.takesCodes(tx, rewardId)) {
            return Reply.refused(noPool());
        }
        var codes = upload.codes();
        if (new HashSet<>(codes).size() < codes.size()) {
            return Reply.refused(
                    Problem.of(KitProblem.INVALID_REQUEST, "A code is there twice.")
                            .with("field", "codes"));
        }
        var taken = store.taken(tx, codes);
        if (!taken.isEmpty()) {
            return Reply.refused(taken(codes, Set.copyOf(taken)));
        }
        if (store.add(tx, rewardId, codes, clock.instant()) < codes.size()) {
            throw Problem.of(LedgerProblem.CODE_TAKEN, "Somebody just added one of the codes.");
        }
        return filled(tx, rewardId, codes.size());
    }

    private Answer make(Tx tx, String rewardId, CodeOrder order) {
        if (!store.takesCodes(tx, rewardId)) {
            return Reply.refused(noPool());
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

    private static Problem taken(List<String> codes, Set<String> taken) {
        var places =
                IntStream.rangeClosed(1, codes.size())
                        .filter(place -> taken.contains(codes.get(place - 1)))
                        .limit(NAMED)
                        .boxed()
                        .toList();
        return Problem.of(
                        LedgerProblem.CODE_TAKEN,
                        "Of these codes %d are there already.".formatted(taken.size()))
                .with("places", places)
                .with("taken", taken.size());
    }

    static Problem noPool() {
        return Problem.of(
                LedgerProblem.REWARD_UNKNOWN, "The catalogue has no such reward with codes.");
    }
}
