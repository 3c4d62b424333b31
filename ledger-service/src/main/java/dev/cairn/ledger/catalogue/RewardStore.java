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
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<List<String>> ADDRESSES = new TypeReference<>() {};
    private static final TypeReference<List<Price>> PRICES = new TypeReference<>() {};
    private static final TypeReference<Payment> PAYMENT = new TypeReference<>() {};
    private static final TypeReference<MemberLimit> LIMIT = new TypeReference<>() {};
    private static final TypeReference<Validity> VALIDITY = new TypeReference<>() {};
    private static final TypeReference<AutoRedeem> AUTO_REDEEM = new TypeReference<>() {};

    /** A reward that members can have. */
    public Optional<Reward> offered(Tx tx, String id) {
        return tx.first(
                """
                SELECT id, type, title, description, images, price, prices, payment, stock,
                       member_limit, validity, auto_redeem, active
                FROM reward
                WHERE id = ? AND active
                """,
                RewardStore::reward,
                id);
    }

    /** What kind of reward it is, also when members cannot have it any more. */
    public RewardType typeOf(Tx tx, String id) {
        return tx.first(
                        "SELECT type FROM reward WHERE id = ?",
                        row -> RewardType.valueOf(row.text("type")),
                        id)
                .orElseThrow();
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
                SELECT id, type, title, description, images, price, prices, payment, stock,
                       member_limit, validity, auto_redeem, active
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
                        INSERT INTO reward (id, type, title, description, images, price, prices,
                                            payment, stock, member_limit, validity,
                                            auto_redeem, active)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        ON CONFLICT (id) DO UPDATE
                        SET type = excluded.type, title = excluded.title,
                            description = excluded.description, images = excluded.images,
                            price = excluded.price, prices = excluded.prices,
                            payment = excluded.payment, stock = excluded.stock,
                            member_limit = excluded.member_limit, validity = excluded.validity,
                            auto_redeem = excluded.auto_redeem, active = excluded.active
                        RETURNING xmax = 0 AS created
                        """,
                        row -> row.bool("created"),
                        reward.id(),
                        reward.type(),
                        Jsonb.of(reward.title()),
                        Jsonb.of(reward.description()),
                        Jsonb.of(reward.images()),
                        reward.price(),
                        Jsonb.of(reward.prices()),
                        jsonOrNull(reward.payment()),
                        reward.stock(),
                        jsonOrNull(reward.limit()),
                        jsonOrNull(reward.validity()),
                        jsonOrNull(reward.autoRedeem()),
                        reward.active())
                .orElseThrow();
    }

    boolean isEmpty(Tx tx) {
        return tx.first("SELECT FROM reward LIMIT 1", row -> true).isEmpty();
    }

    private static Reward reward(Row row) throws SQLException {
        var prices = orNull(row, "prices", PRICES);
        return new Reward(
                row.text("id"),
                RewardType.valueOf(row.text("type")),
                row.json("title", TEXTS),
                orNull(row, "description", TEXTS),
                orNull(row, "images", ADDRESSES),
                prices == null ? List.of(Price.of(row.longValue("price"))) : prices,
                orNull(row, "payment", PAYMENT),
                row.longOrNull("stock"),
                orNull(row, "member_limit", LIMIT),
                orNull(row, "validity", VALIDITY),
                orNull(row, "auto_redeem", AUTO_REDEEM),
                row.bool("active"));
    }

    private static <T> T orNull(Row row, String column, TypeReference<T> type) throws SQLException {
        return row.textOrNull(column) == null ? null : row.json(column, type);
    }

    private static Jsonb jsonOrNull(Object value) {
        return value == null ? null : Jsonb.of(value);
    }
}
