package dev.cairn.ledger.redemption;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.redemption.Redemption.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Redemptions; whoever changes one holds the lock of its account. */
@ApplicationScoped
class RedemptionStore {

    void insert(Tx tx, Redemption redemption) {
        tx.update(
                """
                INSERT INTO redemption (id, member_id, currency, reward_id, points, posting_id,
                                        from_stock, status, redeemed_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                redemption.id(),
                redemption.account().memberId(),
                redemption.account().currency(),
                redemption.reward(),
                redemption.points(),
                redemption.postingId(),
                redemption.fromStock(),
                redemption.state(),
                redemption.redeemedAt());
    }

    void cancel(Tx tx, Redemption redemption) {
        tx.update(
                "UPDATE redemption SET status = ?, cancelled_at = ? WHERE id = ?",
                redemption.state(),
                redemption.cancelledAt(),
                redemption.id());
    }

    Optional<Redemption> find(Tx tx, UUID id) {
        return tx.first(
                """
                SELECT id, member_id, currency, reward_id, points, posting_id, from_stock, status,
                       redeemed_at, cancelled_at
                FROM redemption
                WHERE id = ?
                """,
                RedemptionStore::redemption,
                id);
    }

    /** A member's redemptions before this place in time, newest first. */
    List<Redemption> list(Tx tx, String memberId, Instant before, UUID beforeId, int limit) {
        return tx.query(
                """
                SELECT id, member_id, currency, reward_id, points, posting_id, from_stock, status,
                       redeemed_at, cancelled_at
                FROM redemption
                WHERE member_id = ? AND (redeemed_at, id) < (?, ?)
                ORDER BY redeemed_at DESC, id DESC
                LIMIT ?
                """,
                RedemptionStore::redemption,
                memberId,
                before,
                beforeId,
                limit);
    }

    private static Redemption redemption(Row row) throws SQLException {
        return new Redemption(
                row.uuid("id"),
                new AccountId(row.text("member_id"), row.text("currency")),
                row.text("reward_id"),
                row.longValue("points"),
                row.uuid("posting_id"),
                row.bool("from_stock"),
                Status.valueOf(row.text("status")),
                row.instant("redeemed_at"),
                row.instantOrNull("cancelled_at"));
    }
}
