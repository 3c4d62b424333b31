package dev.cairn.ledger.adjustment;

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

/** Adjustments, asked for and decided. */
@ApplicationScoped
class AdjustmentStore {
    private static final String ADJUSTMENTS =
            """
            SELECT id, member_id, currency, points, reason, note, allow_debt, expires_at, status,
                   asked_by, asked_at, decided_by, decided_at
            FROM adjustment
            """;

    void insert(Tx tx, Adjustment adjustment) {
        tx.update(
                """
                INSERT INTO adjustment (id, member_id, currency, points, reason, note, allow_debt,
                                        expires_at, status, asked_by, asked_at, decided_by,
                                        decided_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                adjustment.id(),
                adjustment.account().memberId(),
                adjustment.account().currency(),
                adjustment.points(),
                adjustment.reason(),
                adjustment.note(),
                adjustment.allowDebt(),
                adjustment.expiresAt(),
                adjustment.decision(),
                adjustment.askedBy(),
                adjustment.askedAt(),
                adjustment.decidedBy(),
                adjustment.decidedAt());
    }

    Optional<Adjustment> find(Tx tx, UUID id) {
        return tx.first(ADJUSTMENTS + "WHERE id = ?", AdjustmentStore::adjustment, id);
    }

    /** As {@link #find}, and nobody else decides it meanwhile; its account is locked before. */
    Adjustment lock(Tx tx, UUID id) {
        return tx.first(ADJUSTMENTS + "WHERE id = ? FOR UPDATE", AdjustmentStore::adjustment, id)
                .orElseThrow();
    }

    void decide(Tx tx, Adjustment adjustment) {
        tx.update(
                "UPDATE adjustment SET status = ?, decided_by = ?, decided_at = ? WHERE id = ?",
                adjustment.decision(),
                adjustment.decidedBy(),
                adjustment.decidedAt(),
                adjustment.id());
    }

    /** Adjustments before this place in time, newest first. */
    List<Adjustment> list(Tx tx, String[] decisions, Instant before, UUID beforeId, int limit) {
        return tx.query(
                ADJUSTMENTS
                        + """
                        WHERE status = ANY (?) AND (asked_at, id) < (?, ?)
                        ORDER BY asked_at DESC, id DESC
                        LIMIT ?
                        """,
                AdjustmentStore::adjustment,
                decisions,
                before,
                beforeId,
                limit);
    }

    /** Takes away what staff wrote about a member. */
    void forgetNotes(Tx tx, String memberId) {
        tx.update(
                "UPDATE adjustment SET note = NULL WHERE member_id = ? AND note IS NOT NULL",
                memberId);
    }

    private static Adjustment adjustment(Row row) throws SQLException {
        return new Adjustment(
                row.uuid("id"),
                new AccountId(row.text("member_id"), row.text("currency")),
                row.longValue("points"),
                row.text("reason"),
                row.textOrNull("note"),
                row.bool("allow_debt"),
                row.instantOrNull("expires_at"),
                Decision.valueOf(row.text("status")),
                row.text("asked_by"),
                row.instant("asked_at"),
                row.textOrNull("decided_by"),
                row.instantOrNull("decided_at"));
    }
}
