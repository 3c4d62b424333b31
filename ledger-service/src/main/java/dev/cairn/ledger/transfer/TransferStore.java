package dev.cairn.ledger.transfer;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Who gave points to whom. Only ever grows. */
@ApplicationScoped
class TransferStore {

    /** Writes down a transfer of which the journal has both sides. */
    void insert(Tx tx, Gift gift, Instant now) {
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
}
