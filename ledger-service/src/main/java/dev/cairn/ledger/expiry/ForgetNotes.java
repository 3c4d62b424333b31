package dev.cairn.ledger.expiry;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.erasure.ForgetMember;
import jakarta.enterprise.context.ApplicationScoped;

/** What staff wrote about reinstated points goes when the member does. */
@ApplicationScoped
class ForgetNotes implements ForgetMember {
    private final ReinstatementStore reinstatements;

    ForgetNotes(ReinstatementStore reinstatements) {
        this.reinstatements = reinstatements;
    }

    @Override
    public void forget(Tx tx, String memberId) {
        reinstatements.forget(tx, memberId);
    }
}
