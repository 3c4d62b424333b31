package dev.cairn.ledger.redemption;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.LedgerProblem;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.code.CodeStore;
import dev.cairn.ledger.redemption.Redemption.Status;
import dev.cairn.ledger.redemption.UndoRedemption.Order;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Undoes a redemption: the same lots get their points back, at the age they have. */
@ApplicationScoped
class CancelRedemption {
    private final Database database;
    private final RedemptionStore redemptions;
    private final UndoRedemption undo;
    private final CodeStore codes;
    private final CairnClock clock;

    CancelRedemption(
            Database database,
            RedemptionStore redemptions,
            UndoRedemption undo,
            CodeStore codes,
            CairnClock clock) {
        this.database = database;
        this.redemptions = redemptions;
        this.undo = undo;
        this.codes = codes;
        this.clock = clock;
    }

    /**
     * The cancelled redemption, also when it was cancelled before; empty if there is none.
     *
     * @param by the client that cancels
     * @throws Problem if a till has taken its code, or if it is only reserved
     */
    Optional<Receipt> cancel(UUID id, String by) {
        return database.inTransaction(
                tx -> redemptions.find(tx, id).map(redemption -> cancel(tx, redemption, by)));
    }

    private Receipt cancel(Tx tx, Redemption found, String by) {
        var now = clock.instant();
        var opened = undo.open(tx, found, now);
        var redemption = opened.redemption();
        if (redemption.state() == Status.RESERVED) {
            throw StillReserved.of(redemption);
        }
        if (redemption.state() != Status.CANCELLED) {
            refuseIfUsed(tx, redemption);
            var order =
                    new Order(
                            BusinessKey.cancellation(redemption.id()),
                            redemption.refundable(),
                            "The redemption was cancelled.",
                            by);
            redemption = undo.giveBack(tx, opened, order, now);
        }
        undo.save(tx, opened, now);
        return Receipt.of(redemption, opened.account().balance().visible());
    }

    private void refuseIfUsed(Tx tx, Redemption redemption) {
        codes.lockFate(tx, redemption.id())
                .map(CodeStore.Fate::usedAt)
                .ifPresent(
                        usedAt -> {
                            throw Problem.of(
                                            LedgerProblem.CODE_USED,
                                            "The member has had what the code is worth.")
                                    .with("usedAt", usedAt.toString());
                        });
    }
}
