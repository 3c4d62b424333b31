package dev.cairn.ledger.hold;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.erasure.ForgetMember;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets what shops wrote about a member's holds; their numbers stay, the journal needs them. */
@ApplicationScoped
class ForgetHolds implements ForgetMember {
    private final HoldStore store;

    ForgetHolds(HoldStore store) {
        this.store = store;
    }

    @Override
    public void forget(Tx tx, String memberId) {
        store.forgetTexts(tx, memberId);
    }
}
