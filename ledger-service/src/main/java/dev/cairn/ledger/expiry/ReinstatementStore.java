package dev.cairn.ledger.expiry;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What support gave back, and what there is to give back. */
@ApplicationScoped
class ReinstatementStore {

    /**
     * Lots of an account of which something expired.
     *
     * @param awardId only those of this award; of any when null
     */
    List<UUID> lotsThatLost(Tx tx, AccountId id, String awardId) {
        return tx.query(
                """
                SELECT id
                FROM lot
                WHERE member_id = ? AND currency = ? AND expired > 0
                  AND (?::text IS NULL OR award_id = ?)
                """,
                row -> row.uuid("id"),
                id.memberId(),
                id.currency(),
                awardId,
                awardId);
    }

    void insert(
            Tx tx,
            Reinstatement reinstatement,
            String awardId,
            String note,
            String decidedBy,
            Instant now) {
        tx.update(
                """
                INSERT INTO reinstatement (id, member_id, currency, award_id, points, reason, note,
                                           expires_at, decided_by, decided_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                reinstatement.id(),
                reinstatement.member(),
                reinstatement.currency(),
                awardId,
                reinstatement.points(),
                reinstatement.reason(),
                note,
                reinstatement.expiresAt(),
                decidedBy,
                now);
    }

    /** Forgets what was written about a member in free words. */
    void forget(Tx tx, String memberId) {
        tx.update("UPDATE reinstatement SET note = NULL WHERE member_id = ?", memberId);
    }
}
