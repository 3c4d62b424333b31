package dev.cairn.ledger.redemption;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Counts what standing orders redeemed. */
@ApplicationScoped
public class AutomaticStore {
    /**
     * What a member's standing orders made.
     *
     * @param recently how many redemptions since an instant, cancelled ones too
     * @param undone points that ever came back of any of them
     */
    public record Made(int recently, long undone) {}

    /**
     * What was made so far.
     *
     * @param since the first instant that is recent
     */
    public Made of(Tx tx, String memberId, Instant since) {
        return tx.first(
                        """
                        SELECT count(*) FILTER (WHERE redeemed_at >= ?)::int AS recently,
                               coalesce(sum(refunded), 0)::bigint AS undone
                        FROM redemption
                        WHERE member_id = ? AND automatic
                        """,
                        row -> new Made(row.intValue("recently"), row.longValue("undone")),
                        since,
                        memberId)
                .orElseThrow();
    }
}
