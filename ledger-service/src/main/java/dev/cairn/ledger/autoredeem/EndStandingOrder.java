package dev.cairn.ledger.autoredeem;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.erasure.ForgetMember;
import dev.cairn.ledger.member.MemberNews;
import jakarta.enterprise.context.ApplicationScoped;

/** Ends the standing order of a member who is erased or goes on as another one. */
@ApplicationScoped
class EndStandingOrder implements ForgetMember, MemberNews {
    private final StandingOrderStore orders;

    EndStandingOrder(StandingOrderStore orders) {
        this.orders = orders;
    }

    @Override
    public void forget(Tx tx, String memberId) {
        orders.remove(tx, memberId);
    }

    /** Comes after the merge, which has locked the accounts. */
    @Override
    public void on(Tx tx, MemberEvent event, Cause cause) {
        switch (event) {
            case MemberEvent.MemberMerged merged -> orders.remove(tx, merged.memberId());
            case MemberEvent.MemberErased erased -> {}
            case MemberEvent.MemberEnrolled enrolled -> {}
            case MemberEvent.MemberChanged changed -> {}
        }
    }
}
