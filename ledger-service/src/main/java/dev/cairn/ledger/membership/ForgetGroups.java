package dev.cairn.ledger.membership;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.contracts.MemberEvent.MemberMerged;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.member.MemberNews;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Forgets where members belonged who are gone; of those that stay, the news still comes. */
@ApplicationScoped
class ForgetGroups implements MemberNews {
    private final GroupStore groups;

    ForgetGroups(GroupStore groups) {
        this.groups = groups;
    }

    @Override
    public Collection<String> touches(Tx tx, MemberEvent event) {
        return List.of();
    }

    @Override
    public void on(Tx tx, MemberEvent event, Cause cause) {
        switch (event) {
            case MemberErased erased -> groups.forget(tx, erased.memberId());
            case MemberMerged merged -> groups.forget(tx, merged.memberId());
            case MemberEvent.MemberEnrolled enrolled -> {}
            case MemberEvent.MemberChanged changed -> {}
        }
    }
}
