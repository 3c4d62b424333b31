package dev.cairn.ledger.expiry;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.approval.Decision;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A second person agrees to a reinstatement or refuses it. A refused approval, because less has
 * expired by now or the new last day is over, leaves it waiting.
 */
@ApplicationScoped
class DecideReinstatement {
    private final Database database;
    private final FindLostPoints findLostPoints;
    private final Accounts accounts;
    private final ReinstatementStore store;
    private final CairnClock clock;

    DecideReinstatement(
            Database database,
            FindLostPoints findLostPoints,
            Accounts accounts,
            ReinstatementStore store,
            CairnClock clock) {
        this.database = database;
        this.findLostPoints = findLostPoints;
        this.accounts = accounts;
        this.store = store;
        this.clock = clock;
    }

    /**
     * The reinstatement once it is done, also when the same person approved it before; empty if
     * there is none.
     *
     * @throws Problem if the caller asked for it, somebody else decided or it is not possible
     */
    Optional<Reinstatement> approve(UUID id, String callerId) {
        return database.inTransaction(
                tx -> store.find(tx, id).map(found -> approve(tx, found, callerId)));
    }

    /** As {@link #approve}, but nothing is posted. */
    Optional<Reinstatement> reject(UUID id, String callerId) {
        return database.inTransaction(
                tx -> store.find(tx, id).map(found -> reject(tx, found, callerId)));
    }

    private Reinstatement approve(Tx tx, Reinstatement found, String callerId) {
        var now = clock.instant();
        var lost = findLostPoints.open(tx, found.account(), found.awardId(), now);
        var asked = store.lock(tx, found.id());
        if (asked.decidedBefore(Decision.DONE, callerId)) {
            return asked;
        }
        lost.refusal(asked.points())
                .or(() -> LostPoints.tooLate(asked, now))
                .ifPresent(
                        refusal -> {
                            throw refusal;
                        });
        var done = asked.decided(Decision.DONE, callerId, now);
        ReinstatementAlgebra.reinstate(lost, done, now);
        store.decide(tx, done);
        accounts.save(tx, List.of(lost.account()), posting -> Cause.none(), now);
        Log.infof("reinstated: reason=%s id=%s", done.reason(), done.id());
        return done;
    }

    private Reinstatement reject(Tx tx, Reinstatement found, String callerId) {
        var asked = store.lock(tx, found.id());
        if (asked.decidedBefore(Decision.REJECTED, callerId)) {
            return asked;
        }
        var rejected = asked.decided(Decision.REJECTED, callerId, clock.instant());
        store.decide(tx, rejected);
        Log.infof("reinstatement rejected: id=%s", rejected.id());
        return rejected;
    }
}
