package dev.cairn.ledger.expiry;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.approval.Decision;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Gives a member expired points back, or keeps the wish until a second person agrees. */
@ApplicationScoped
class ReinstatePoints {
    private final FindLostPoints findLostPoints;
    private final Accounts accounts;
    private final ReinstatementStore store;

    ReinstatePoints(FindLostPoints findLostPoints, Accounts accounts, ReinstatementStore store) {
        this.findLostPoints = findLostPoints;
        this.accounts = accounts;
        this.store = store;
    }

    /** What became of a wish. */
    sealed interface Outcome {
        record Done(Reinstatement reinstatement) implements Outcome {}

        record Waits(Reinstatement reinstatement) implements Outcome {}

        record Refused(Problem why) implements Outcome {}
    }

    /**
     * @param wish waits, as of now; the same wish never comes here twice
     * @param points how many; all that expired when null
     * @param limit points above which a second person has to agree
     */
    Outcome ask(Tx tx, Reinstatement wish, Long points, long limit) {
        var now = wish.askedAt();
        var lost = findLostPoints.open(tx, wish.account(), wish.awardId(), now);
        var asked = wish.of(points == null ? lost.available() : points);
        var refusal = LostPoints.over(asked, now).or(() -> lost.refusal(asked.points()));
        var outcome =
                refusal.<Outcome>map(Outcome.Refused::new)
                        .orElseGet(
                                () ->
                                        asked.points() > limit
                                                ? keep(tx, asked)
                                                : reinstate(tx, asked, lost));
        accounts.save(tx, List.of(lost.account()), posting -> Cause.none(), now);
        return outcome;
    }

    private Outcome keep(Tx tx, Reinstatement asked) {
        store.insert(tx, asked);
        Log.infof("reinstatement waits: reason=%s id=%s", asked.reason(), asked.id());
        return new Outcome.Waits(asked.answered(null));
    }

    private Outcome reinstate(Tx tx, Reinstatement asked, LostPoints lost) {
        var done = asked.decided(Decision.DONE, null, asked.askedAt());
        ReinstatementAlgebra.reinstate(lost, done, asked.askedAt());
        store.insert(tx, done);
        Log.infof("reinstated: reason=%s id=%s", done.reason(), done.id());
        return new Outcome.Done(done.answered(lost.account().balance().visible()));
    }
}
