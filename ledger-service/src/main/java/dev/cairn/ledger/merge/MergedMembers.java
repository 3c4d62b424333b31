package dev.cairn.ledger.merge;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** Knows which members are one. */
@ApplicationScoped
public class MergedMembers {
    private final MergeStore merges;

    MergedMembers(MergeStore merges) {
        this.merges = merges;
    }

    /** The member and all that go on as it, directly or by others. */
    public List<String> all(Tx tx, String memberId) {
        return merges.all(tx, memberId);
    }

    /** Who a member goes on as, at the end of the chain; itself if it was not merged. */
    public String end(Tx tx, String memberId) {
        return merges.ends(tx, List.of(memberId)).getOrDefault(memberId, memberId);
    }

    /** Whether this member, or anybody as whom it goes on, was erased. */
    public boolean erased(Tx tx, String memberId) {
        return merges.erased(tx, memberId);
    }

    /**
     * Lets a household that is over go on as its last member: what still comes to its accounts
     * follows. Both accounts must be locked.
     */
    public void close(Tx tx, String household, String lastMember, Instant now) {
        merges.merge(tx, household, lastMember, lastMember, now);
    }
}
