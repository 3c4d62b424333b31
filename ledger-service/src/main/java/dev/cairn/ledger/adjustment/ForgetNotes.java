package dev.cairn.ledger.adjustment;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.member.MemberNews;
import jakarta.enterprise.context.ApplicationScoped;

/** What staff wrote about a member goes when the member does. */
@ApplicationScoped
class ForgetNotes implements MemberNews {
    private final AdjustmentStore adjustments;

    ForgetNotes(AdjustmentStore adjustments) {
        this.adjustments = adjustments;
    }

    @Override
    public void on(Tx tx, MemberEvent event, Cause cause) {
        if (event instanceof MemberEvent.MemberErased erased) {
            adjustments.forgetNotes(tx, erased.memberId());
        }
    }
}
