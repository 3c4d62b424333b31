package dev.cairn.ledger.transfer;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who gave points to whom. Only ever grows. */
@ApplicationScoped
public class TransferStore {

    /** Writes down a transfer of which the journal has both sides. */
    public void insert(Tx tx, Gift gift, Instant now) {
        tx.update(
                """
                INSERT INTO transfer (id, kind, from_member, to_member, currency, points, reason,
                                      made_by, made_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                gift.id(),
                gift.kind(),
                gift.from(),
                gift.to(),
                gift.currency(),
                gift.points(),
                gift.reason(),
                gift.madeBy(),
                now);
    }

    /** Lots into which one member's gifts to another came, whether they are empty or not. */
    public List<UUID> lotsOf(Tx tx, String from, String to) {
        return tx.query(
                """
                SELECT u.lot_id
                FROM transfer AS t
                JOIN posting AS p ON p.reference_id = t.id AND p.member_id = t.to_member
                JOIN lot_use AS u ON u.posting_id = p.id AND u.kind = 'RECEIVED'
                WHERE t.to_member = ? AND t.from_member = ?
                """,
                row -> row.uuid("lot_id"),
                to,
                from);
    }
}
