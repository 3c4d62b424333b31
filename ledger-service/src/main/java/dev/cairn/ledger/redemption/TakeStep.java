package dev.cairn.ledger.redemption;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.redemption.HistoryStore.Step;
import dev.cairn.ledger.redemption.Redemption.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Takes goods further on their way to the member. */
@ApplicationScoped
class TakeStep {
    private final Database database;
    private final RedemptionStore redemptions;
    private final HistoryStore history;
    private final UndoRedemption undo;
    private final CairnClock clock;

    TakeStep(
            Database database,
            RedemptionStore redemptions,
            HistoryStore history,
            UndoRedemption undo,
            CairnClock clock) {
        this.database = database;
        this.redemptions = redemptions;
        this.history = history;
        this.undo = undo;
        this.clock = clock;
    }

    /**
     * The redemption after the step; the same one when it took this step before. Empty if there is
     * none.
     *
     * @param by the client that knows of the step
     * @throws Problem if it cannot get there from where it is
     */
    Optional<Redemption> take(UUID id, Status to, String by) {
        return database.inTransaction(
                tx -> redemptions.find(tx, id).map(redemption -> take(tx, redemption, to, by)));
    }

    private Redemption take(Tx tx, Redemption found, Status to, String by) {
        var now = clock.instant();
        var opened = undo.open(tx, found, now);
        var redemption = opened.redemption();
        if (redemption.state() != to) {
            redemption = further(redemption, to);
            redemptions.update(tx, redemption);
            history.add(tx, new Step(redemption.id(), to, now, by));
        }
        undo.save(tx, opened, now);
        return redemption;
    }

    private static Redemption further(Redemption redemption, Status to) {
        var possible = redemption.state().next();
        if (possible.filter(to::equals).isEmpty()) {
            throw Problem.of(
                            LedgerProblem.STEP_NOT_POSSIBLE,
                            "It is %s and cannot be %s next."
                                    .formatted(redemption.status(), to.label()))
                    .with("state", redemption.status())
                    .with("possible", possible.map(Status::label).stream().toList());
        }
        return redemption.at(to);
    }
}
