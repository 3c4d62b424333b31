package dev.cairn.ledger.household;

import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.BusinessKey;
import java.time.Instant;
import java.util.List;

/**
 * Members that pool points.
 *
 * @param id also the name of its account; has the form of a member's id
 * @param owner one of the members
 * @param members in the order in which they joined
 */
public record Household(String id, String owner, List<Member> members) {

    /** Who belongs to it. */
    public record Member(String member, Instant joinedAt) {}

    /** The id of a household that is founded under this wish. */
    static String idOf(BusinessKey wish) {
        return AccountId.household(wish.id());
    }

    boolean has(String memberId) {
        return members.stream().anyMatch(one -> one.member().equals(memberId));
    }

    boolean ownedBy(String memberId) {
        return owner.equals(memberId);
    }
}
