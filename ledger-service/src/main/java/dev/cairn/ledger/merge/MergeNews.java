package dev.cairn.ledger.merge;

import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.MemberEvent.MemberMerged;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.ledger.member.MemberNews;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Merges members when the segment service says that they are one. */
@ApplicationScoped
@Priority(MemberNews.MERGES)
class MergeNews implements MemberNews {
    private final MergeMembers mergeMembers;

    MergeNews(MergeMembers mergeMembers) {
        this.mergeMembers = mergeMembers;
    }

    @Override
    public Collection<String> touches(Tx tx, MemberEvent event) {
        return event instanceof MemberMerged merged ? mergeMembers.touches(tx, merged) : List.of();
    }

    @Override
    public void on(Tx tx, MemberEvent event, Cause cause) {
        switch (event) {
            case MemberMerged merged -> mergeMembers.merge(tx, merged, cause);
            case MemberEvent.MemberEnrolled enrolled -> {}
            case MemberEvent.MemberChanged changed -> {}
            case MemberEvent.MemberErased erased -> {}
        }
    }
}
