package dev.cairn.ledger.hold;

import dev.cairn.kit.db.Tx;
import dev.cairn.kit.problem.Problem;
import java.util.UUID;

/**
 * Goes with the holds that reserve a reward along with its points. Called within the transaction
 * that changes the hold, with its account locked, and last, because others wait for what it locks.
 * Only that a hold has lapsed is found first, before something else happens to the account.
 */
public interface ReservedRewards {

    /**
     * Takes one for as long as the hold lasts; nobody else gets it.
     *
     * @throws Problem if it cannot be had; then nothing of the transaction may stay
     */
    void reserve(Tx tx, Hold hold);

    /**
     * The hold was captured: the member has it.
     *
     * @param postingId of the capture
     */
    void handOver(Tx tx, Hold hold, UUID postingId);

    /** The hold was voided: others can have it again. */
    void giveUp(Tx tx, Hold hold);

    /** The hold has lapsed: others can have it soon. Locks nothing that others wait for. */
    void lapse(Tx tx, Hold hold);
}
