package dev.cairn.ledger.catalogue;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Pieces of stock that are nobody's any more and wait to be put back; they still count as taken.
 */
@ApplicationScoped
class StockReturnStore {

    /** Lets the piece of a redemption wait. Nobody waits for this, and it waits for nobody. */
    void add(Tx tx, String rewardId, UUID redemptionId) {
        tx.update(
                "INSERT INTO stock_return (redemption_id, reward_id) VALUES (?, ?)",
                redemptionId,
                rewardId);
    }

    /** Rewards of which a piece waits. */
    List<String> rewards(Tx tx) {
        return tx.query(
                "SELECT DISTINCT reward_id FROM stock_return ORDER BY reward_id",
                row -> row.text("reward_id"));
    }

    /** Puts back what waits of a reward. Its stock stays locked until the commit. */
    void putBack(Tx tx, String rewardId) {
        tx.query("SELECT FROM reward WHERE id = ? FOR NO KEY UPDATE", row -> true, rewardId);
        tx.update(
                """
                WITH back AS (DELETE FROM stock_return WHERE reward_id = ? RETURNING redemption_id)
                UPDATE reward
                SET stock = stock + (SELECT count(*) FROM back),
                    taken = taken - (SELECT count(*) FROM back)
                WHERE id = ?
                """,
                rewardId,
                rewardId);
    }
}
