package dev.cairn.ledger.adjustment;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.adjustment.Adjustment.State;
import dev.cairn.ledger.currency.Currencies;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A second person agrees to an adjustment or refuses it. A refused approval, for want of points or
 * because their last day is over, leaves it waiting.
 */
@ApplicationScoped
class DecideAdjustment {
    private final Database database;
    private final Accounts accounts;
    private final AdjustmentStore adjustments;
    private final Currencies currencies;
    private final CairnClock clock;

    DecideAdjustment(
            Database database,
            Accounts accounts,
            AdjustmentStore adjustments,
            Currencies currencies,
            CairnClock clock) {
        this.database = database;
        this.accounts = accounts;
        this.adjustments = adjustments;
        this.currencies = currencies;
        this.clock = clock;
    }

    /**
     * The adjustment once it is done, also when the same person approved it before; empty if there
     * is none.
     *
     * @throws Problem if the caller asked for it, somebody else decided or it is not possible
     */
    Optional<Adjustment> approve(UUID id, String callerId) {
        return database.inTransaction(
                tx -> adjustments.find(tx, id).map(found -> approve(tx, found, callerId)));
    }

    /** As {@link #approve}, but nothing is posted. */
    Optional<Adjustment> reject(UUID id, String callerId) {
        return database.inTransaction(
                tx -> adjustments.find(tx, id).map(found -> reject(tx, found, callerId)));
    }

    private Adjustment approve(Tx tx, Adjustment found, String callerId) {
        var now = clock.instant();
        var id = found.account();
        var ids = new TreeSet<>(List.of(id));
        var account = accounts.open(tx, ids, () -> Needs.everythingOf(id), now).get(id);
        var adjustment = adjustments.lock(tx, found.id());
        if (repeated(adjustment, State.DONE, callerId)) {
            return adjustment;
        }
        AdjustmentAlgebra.refusal(account, adjustment)
                .or(() -> AdjustmentChecks.tooLate(adjustment, now))
                .ifPresent(
                        refusal -> {
                            throw refusal;
                        });
        var done = adjustment.decided(State.DONE, callerId, now);
        AdjustmentAlgebra.adjust(account, done, currencies.require(id.currency()), now);
        adjustments.decide(tx, done);
        accounts.save(tx, List.of(account), posting -> Cause.none(), now);
        Log.infof("adjusted: reason=%s adjustment=%s", done.reason(), done.id());
        return done;
    }

    private Adjustment reject(Tx tx, Adjustment found, String callerId) {
        var adjustment = adjustments.lock(tx, found.id());
        if (repeated(adjustment, State.REJECTED, callerId)) {
            return adjustment;
        }
        var rejected = adjustment.decided(State.REJECTED, callerId, clock.instant());
        adjustments.decide(tx, rejected);
        Log.infof("adjustment rejected: adjustment=%s", rejected.id());
        return rejected;
    }

    /** Whether the same person decided the same before. */
    private static boolean repeated(Adjustment adjustment, State wanted, String callerId) {
        if (adjustment.askedBy().equals(callerId)) {
            throw Problem.of(
                    LedgerProblem.SECOND_APPROVER_NEEDED,
                    "Who asked for an adjustment cannot decide it.");
        }
        if (adjustment.state() == State.WAITING) {
            return false;
        }
        if (adjustment.state() == wanted && callerId.equals(adjustment.decidedBy())) {
            return true;
        }
        throw Problem.of(LedgerProblem.ADJUSTMENT_DECIDED, "The adjustment was decided before.")
                .with("state", adjustment.status());
    }
}
