package dev.cairn.ledger.merge;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.member.MemberNews;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Merges members when the segment service says that they are one. Hears of it before others do,
 * because accounts are locked first.
 */
@ApplicationScoped
@Priority(100)
class MergeNews implements MemberNews {
    private final MergeMembers mergeMembers;

    MergeNews(MergeMembers mergeMembers) {
        this.mergeMembers = mergeMembers;
    }

    @Override
    public void on(Tx tx, MemberEvent event, Cause cause) {
        switch (event) {
            case MemberEvent.MemberMerged merged -> mergeMembers.merge(tx, merged, cause);
            case MemberEvent.MemberEnrolled enrolled -> {}
            case MemberEvent.MemberChanged changed -> {}
            case MemberEvent.MemberErased erased -> {}
        }
    }
}
