package dev.cairn.ledger.hold;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.erasure.ForgetMember;
import jakarta.enterprise.context.ApplicationScoped;

/** For which orders a member's points were reserved goes when the member does; the holds stay. */
@ApplicationScoped
class ForgetOrders implements ForgetMember {
    private final HoldStore holds;

    ForgetOrders(HoldStore holds) {
        this.holds = holds;
    }

    @Override
    public void forget(Tx tx, String memberId) {
        holds.forgetOrders(tx, memberId);
    }
}
