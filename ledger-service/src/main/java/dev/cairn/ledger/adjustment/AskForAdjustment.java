package dev.cairn.ledger.adjustment;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.account.Accounts;
import dev.cairn.ledger.account.Accounts.Needs;
import dev.cairn.ledger.account.Withdrawal;
import dev.cairn.ledger.approval.Decision;
import dev.cairn.ledger.currency.Currency;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeSet;

/** Adjusts at once, or keeps the wish until a second person agrees. */
@ApplicationScoped
class AskForAdjustment {
    private final Accounts accounts;
    private final AdjustmentStore adjustments;

    AskForAdjustment(Accounts accounts, AdjustmentStore adjustments) {
        this.accounts = accounts;
        this.adjustments = adjustments;
    }

    /** What became of a wish. */
    sealed interface Outcome {
        record Done(Adjustment adjustment) implements Outcome {}

        record Waits(Adjustment adjustment) implements Outcome {}

        record Refused(Problem why) implements Outcome {}
    }

    /**
     * @param asked waits, as of now; the same wish never comes here twice
     */
    Outcome ask(Tx tx, Adjustment asked, Currency currency) {
        return Math.abs(asked.points()) > currency.adjustments().secondApproverAbove()
                ? keep(tx, asked)
                : adjust(tx, asked, currency);
    }

    /** Locks the account: a note about somebody who is being erased is not kept. */
    private Outcome keep(Tx tx, Adjustment asked) {
        var ids = new TreeSet<>(List.of(asked.account()));
        var opened = accounts.open(tx, ids, () -> Needs.NOTHING, asked.askedAt());
        accounts.save(tx, opened.values(), posting -> Cause.none(), asked.askedAt());
        if (opened.get(asked.account()).standing().closed()) {
            return new Outcome.Refused(Withdrawal.closed());
        }
        adjustments.insert(tx, asked);
        Log.infof("adjustment waits: reason=%s adjustment=%s", asked.reason(), asked.id());
        return new Outcome.Waits(asked);
    }

    private Outcome adjust(Tx tx, Adjustment asked, Currency currency) {
        var now = asked.askedAt();
        var id = asked.account();
        var ids = new TreeSet<>(List.of(id));
        var account = accounts.open(tx, ids, () -> Needs.everythingOf(id), now).get(id);
        var refusal = AdjustmentAlgebra.refusal(account, asked);
        var done = asked.decided(Decision.DONE, null, now);
        if (refusal.isEmpty()) {
            AdjustmentAlgebra.adjust(account, done, currency, now);
            adjustments.insert(tx, done);
            Log.infof("adjusted: reason=%s adjustment=%s", done.reason(), done.id());
        }
        accounts.save(tx, List.of(account), posting -> Cause.none(), now);
        return refusal.<Outcome>map(Outcome.Refused::new).orElseGet(() -> new Outcome.Done(done));
    }
}
