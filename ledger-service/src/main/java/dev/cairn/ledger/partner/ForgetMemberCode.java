package dev.cairn.ledger.partner;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.erasure.ForgetMember;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets the code that a member may have drawn. */
@ApplicationScoped
class ForgetMemberCode implements ForgetMember {
    private final MemberCodeStore store;

    ForgetMemberCode(MemberCodeStore store) {
        this.store = store;
    }

    @Override
    public void forget(Tx tx, String memberId) {
        store.forget(tx, memberId);
    }
}
