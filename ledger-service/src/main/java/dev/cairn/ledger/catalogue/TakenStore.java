package dev.cairn.ledger.catalogue;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.merge.MergedMembers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How often members have had rewards, or have them reserved; what was cancelled does not count,
 * what those had who were merged into the member does.
 */
@ApplicationScoped
class TakenStore {
    private final MergedMembers mergedMembers;

    TakenStore(MergedMembers mergedMembers) {
        this.mergedMembers = mergedMembers;
    }

    private record Count(String reward, long taken) {}

    /**
     * Lets nobody else count the same until the transaction ends: accounts in two currencies are
     * two locks.
     */
    void lock(Tx tx, String memberId, String rewardId) {
        tx.query(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 2))",
                row -> true,
                memberId + " " + rewardId);
    }

    /** How often a member has had each reward since an instant of its own. */
    Map<String, Long> counts(Tx tx, String memberId, Map<String, Instant> since) {
        if (since.isEmpty()) {
            return Map.of();
        }
        var rewards = since.keySet().toArray(String[]::new);
        var counts = new HashMap<String, Long>();
        tx.query(
                        """
                        SELECT r.id, count(*) AS taken
                        FROM unnest(?::text[], ?::timestamptz[]) AS r(id, since)
                        JOIN redemption AS d ON d.reward_id = r.id
                        WHERE d.member_id = ANY (?) AND d.redeemed_at >= r.since
                          AND d.status <> 'CANCELLED'
                        GROUP BY r.id
                        """,
                        row -> new Count(row.text("id"), row.longValue("taken")),
                        rewards,
                        instants(rewards, since),
                        mergedMembers.all(tx, memberId).toArray(String[]::new))
                .forEach(count -> counts.put(count.reward(), count.taken()));
        return counts;
    }

    private static Instant[] instants(String[] rewards, Map<String, Instant> since) {
        return Arrays.stream(rewards).map(since::get).toArray(Instant[]::new);
    }
}
