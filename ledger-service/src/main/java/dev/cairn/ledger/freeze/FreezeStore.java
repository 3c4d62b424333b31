package dev.cairn.ledger.freeze;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Frozen members; whoever changes one holds the locks of all its accounts. */
@ApplicationScoped
class FreezeStore {

    /** A member that is frozen already keeps its date. */
    void freeze(Tx tx, String memberId, String reason, Instant now) {
        tx.update(
                """
                INSERT INTO member_standing AS s (member_id, frozen_at, frozen_reason)
                VALUES (?, ?, ?)
                ON CONFLICT (member_id) DO UPDATE
                SET frozen_at = coalesce(s.frozen_at, excluded.frozen_at),
                    frozen_reason = excluded.frozen_reason
                """,
                memberId,
                now,
                reason);
    }

    void lift(Tx tx, String memberId) {
        tx.update(
                """
                UPDATE member_standing
                SET frozen_at = NULL, frozen_reason = NULL
                WHERE member_id = ? AND frozen_at IS NOT NULL
                """,
                memberId);
    }

    Optional<FreezeView> find(Tx tx, String memberId) {
        return tx.first(
                """
                SELECT frozen_at, frozen_reason
                FROM member_standing
                WHERE member_id = ? AND frozen_at IS NOT NULL
                """,
                row ->
                        new FreezeView(
                                memberId,
                                true,
                                row.text("frozen_reason"),
                                row.instant("frozen_at")),
                memberId);
    }
}
