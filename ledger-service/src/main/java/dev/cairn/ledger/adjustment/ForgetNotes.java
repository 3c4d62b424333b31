package dev.cairn.ledger.adjustment;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.erasure.ForgetMember;
import jakarta.enterprise.context.ApplicationScoped;

/** What staff wrote about a member goes when the member does. */
@ApplicationScoped
class ForgetNotes implements ForgetMember {
    private final AdjustmentStore adjustments;

    ForgetNotes(AdjustmentStore adjustments) {
        this.adjustments = adjustments;
    }

    @Override
    public void forget(Tx tx, String memberId) {
        adjustments.forgetNotes(tx, memberId);
    }
}
