package dev.cairn.ledger.transfer;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.problem.Problem;
import dev.cairn.ledger.approval.Decision;
import dev.cairn.ledger.currency.Currencies;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * A second person agrees to a transfer by support or refuses it. A refused approval, for want of
 * points or because an account is frozen or closed, leaves it waiting.
 */
@ApplicationScoped
class DecideTransfer {
    private final Database database;
    private final GivePoints givePoints;
    private final SupportTransferStore transfers;
    private final Currencies currencies;
    private final CairnClock clock;

    DecideTransfer(
            Database database,
            GivePoints givePoints,
            SupportTransferStore transfers,
            Currencies currencies,
            CairnClock clock) {
        this.database = database;
        this.givePoints = givePoints;
        this.transfers = transfers;
        this.currencies = currencies;
        this.clock = clock;
    }

    /**
     * The wish once the points have moved, also when the same person approved it before; empty if
     * there is none.
     *
     * @throws Problem if the caller asked for it, somebody else decided or it is not possible
     */
    Optional<SupportTransfer> approve(UUID id, String callerId) {
        return database.inTransaction(
                tx -> transfers.find(tx, id).map(found -> approve(tx, found, callerId)));
    }

    /** As {@link #approve}, but nothing is posted. */
    Optional<SupportTransfer> reject(UUID id, String callerId) {
        return database.inTransaction(
                tx -> transfers.find(tx, id).map(found -> reject(tx, found, callerId)));
    }

    private SupportTransfer approve(Tx tx, SupportTransfer found, String callerId) {
        var outcome =
                givePoints.give(
                        tx,
                        found.gift(),
                        found.key(),
                        currencies.require(found.currency()),
                        () -> decidedBefore(tx, found.id(), callerId));
        return switch (outcome) {
            case GivePoints.Outcome.Given given -> {
                var done = found.decided(Decision.DONE, callerId, clock.instant());
                transfers.decide(tx, done);
                yield done;
            }
            case GivePoints.Outcome.Refused(var why) -> {
                var asked = transfers.lock(tx, found.id());
                if (asked.decidedBefore(Decision.DONE, callerId)) {
                    yield asked;
                }
                throw why;
            }
        };
    }

    /** Asked once the accounts are locked: the points move once only. */
    private Optional<Problem> decidedBefore(Tx tx, UUID id, String callerId) {
        var asked = transfers.lock(tx, id);
        return asked.decidedBefore(Decision.DONE, callerId)
                ? Optional.of(asked.decidedAlready())
                : Optional.empty();
    }

    private SupportTransfer reject(Tx tx, SupportTransfer found, String callerId) {
        var asked = transfers.lock(tx, found.id());
        if (asked.decidedBefore(Decision.REJECTED, callerId)) {
            return asked;
        }
        var rejected = asked.decided(Decision.REJECTED, callerId, clock.instant());
        transfers.decide(tx, rejected);
        Log.infof("transfer rejected: id=%s", rejected.id());
        return rejected;
    }
}
