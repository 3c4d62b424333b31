package dev.cairn.ledger.expiry;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.approval.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What support gave back or wants to, and what there is to give back. */
@ApplicationScoped
class ReinstatementStore {
    private static final String REINSTATEMENTS =
            """
            SELECT id, member_id, currency, award_id, points, reason, note, expires_at, status,
                   asked_by, asked_at, decided_by, decided_at
            FROM reinstatement
            """;

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

    void insert(Tx tx, Reinstatement reinstatement) {
        tx.update(
                """
                INSERT INTO reinstatement (id, member_id, currency, award_id, points, reason, note,
                                           expires_at, status, asked_by, asked_at, decided_by,
                                           decided_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                reinstatement.id(),
                reinstatement.account().memberId(),
                reinstatement.account().currency(),
                reinstatement.awardId(),
                reinstatement.points(),
                reinstatement.reason(),
                reinstatement.note(),
                reinstatement.expiresAt(),
                reinstatement.decision(),
                reinstatement.askedBy(),
                reinstatement.askedAt(),
                reinstatement.decidedBy(),
                reinstatement.decidedAt());
    }

    Optional<Reinstatement> find(Tx tx, UUID id) {
        return tx.first(REINSTATEMENTS + "WHERE id = ?", ReinstatementStore::reinstatement, id);
    }

    /** As {@link #find}, and nobody else decides it meanwhile; its account is locked before. */
    Reinstatement lock(Tx tx, UUID id) {
        return tx.first(
                        REINSTATEMENTS + "WHERE id = ? FOR UPDATE",
                        ReinstatementStore::reinstatement,
                        id)
                .orElseThrow();
    }

    void decide(Tx tx, Reinstatement reinstatement) {
        tx.update(
                "UPDATE reinstatement SET status = ?, decided_by = ?, decided_at = ? WHERE id = ?",
                reinstatement.decision(),
                reinstatement.decidedBy(),
                reinstatement.decidedAt(),
                reinstatement.id());
    }

    /** Reinstatements before this place in time, newest first. */
    List<Reinstatement> list(Tx tx, String[] decisions, Instant before, UUID beforeId, int limit) {
        return tx.query(
                REINSTATEMENTS
                        + """
                        WHERE status = ANY (?) AND (asked_at, id) < (?, ?)
                        ORDER BY asked_at DESC, id DESC
                        LIMIT ?
                        """,
                ReinstatementStore::reinstatement,
                decisions,
                before,
                beforeId,
                limit);
    }

    /** Forgets what was written about a member in free words. */
    void forget(Tx tx, String memberId) {
        tx.update("UPDATE reinstatement SET note = NULL WHERE member_id = ?", memberId);
    }

    private static Reinstatement reinstatement(Row row) throws SQLException {
        return new Reinstatement(
                row.uuid("id"),
                new AccountId(row.text("member_id"), row.text("currency")),
                row.textOrNull("award_id"),
                row.longValue("points"),
                row.text("reason"),
                row.textOrNull("note"),
                row.instant("expires_at"),
                Decision.valueOf(row.text("status")),
                row.text("asked_by"),
                row.instant("asked_at"),
                row.textOrNull("decided_by"),
                row.instantOrNull("decided_at"),
                null);
    }
}
