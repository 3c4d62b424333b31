package dev.cairn.ledger.transfer;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.approval.Decision;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Transfers that needed a second person, and those that still do. */
@ApplicationScoped
class SupportTransferStore {
    private static final String TRANSFERS =
            """
            SELECT id, from_member, to_member, currency, points, reason, status, asked_by, asked_at,
                   decided_by, decided_at
            FROM support_transfer
            """;

    void insert(Tx tx, SupportTransfer transfer) {
        tx.update(
                """
                INSERT INTO support_transfer (id, from_member, to_member, currency, points, reason,
                                              status, asked_by, asked_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                transfer.id(),
                transfer.from(),
                transfer.to(),
                transfer.currency(),
                transfer.points(),
                transfer.reason(),
                transfer.decision(),
                transfer.askedBy(),
                transfer.askedAt());
    }

    Optional<SupportTransfer> find(Tx tx, UUID id) {
        return tx.first(TRANSFERS + "WHERE id = ?", SupportTransferStore::transfer, id);
    }

    /** As {@link #find}, and nobody else decides it meanwhile; accounts are locked before. */
    SupportTransfer lock(Tx tx, UUID id) {
        return tx.first(TRANSFERS + "WHERE id = ? FOR UPDATE", SupportTransferStore::transfer, id)
                .orElseThrow();
    }

    void decide(Tx tx, SupportTransfer transfer) {
        tx.update(
                """
                UPDATE support_transfer
                SET status = ?, decided_by = ?, decided_at = ?
                WHERE id = ?
                """,
                transfer.decision(),
                transfer.decidedBy(),
                transfer.decidedAt(),
                transfer.id());
    }

    /** Those before this place in time, newest first. */
    List<SupportTransfer> list(
            Tx tx, String[] decisions, Instant before, UUID beforeId, int limit) {
        return tx.query(
                TRANSFERS
                        + """
                        WHERE status = ANY (?) AND (asked_at, id) < (?, ?)
                        ORDER BY asked_at DESC, id DESC
                        LIMIT ?
                        """,
                SupportTransferStore::transfer,
                decisions,
                before,
                beforeId,
                limit);
    }

    private static SupportTransfer transfer(Row row) throws SQLException {
        return new SupportTransfer(
                row.uuid("id"),
                row.text("from_member"),
                row.text("to_member"),
                row.text("currency"),
                row.longValue("points"),
                row.text("reason"),
                Decision.valueOf(row.text("status")),
                row.text("asked_by"),
                row.instant("asked_at"),
                row.textOrNull("decided_by"),
                row.instantOrNull("decided_at"));
    }
}
