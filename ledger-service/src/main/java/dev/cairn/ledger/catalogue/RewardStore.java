package dev.cairn.ledger.catalogue;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cairn.kit.db.Jsonb;
import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The catalogue. Stock is only ever taken by a statement that leaves none below zero. */
@ApplicationScoped
public class RewardStore {
    private static final TypeReference<Map<String, String>> TITLES = new TypeReference<>() {};

    /** A reward that members can have. */
    public Optional<Reward> offered(Tx tx, String id) {
        return tx.first(
                """
                SELECT id, title, price, stock, active
                FROM reward
                WHERE id = ? AND active
                """,
                RewardStore::reward,
                id);
    }

    /** Takes one; false when there is none left. The row stays locked until the commit. */
    public boolean takeOne(Tx tx, String id) {
        return tx.update(
                        """
                        UPDATE reward
                        SET stock = stock - 1, taken = taken + 1
                        WHERE id = ? AND active AND stock > 0
                        """,
                        id)
                == 1;
    }

    /** Puts one back that was taken from stock. */
    public void putBackOne(Tx tx, String id) {
        tx.update("UPDATE reward SET stock = stock + 1, taken = taken - 1 WHERE id = ?", id);
    }

    List<Reward> list(Tx tx, boolean withInactive, String after, int limit) {
        return tx.query(
                """
                SELECT id, title, price, stock, active
                FROM reward
                WHERE id > ? AND (active OR ?)
                ORDER BY id
                LIMIT ?
                """,
                RewardStore::reward,
                after,
                withInactive,
                limit);
    }

    /** Whether it was new. */
    boolean put(Tx tx, Reward reward) {
        return tx.first(
                        """
                        INSERT INTO reward (id, title, price, stock, active)
                        VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE
                        SET title = excluded.title, price = excluded.price,
                            stock = excluded.stock, active = excluded.active
                        RETURNING xmax = 0 AS created
                        """,
                        row -> row.bool("created"),
                        reward.id(),
                        Jsonb.of(reward.title()),
                        reward.price(),
                        reward.stock(),
                        reward.active())
                .orElseThrow();
    }

    boolean isEmpty(Tx tx) {
        return tx.first("SELECT FROM reward LIMIT 1", row -> true).isEmpty();
    }

    private static Reward reward(Row row) throws SQLException {
        return new Reward(
                row.text("id"),
                row.json("title", TITLES),
                row.longValue("price"),
                row.longOrNull("stock"),
                row.bool("active"));
    }
}
