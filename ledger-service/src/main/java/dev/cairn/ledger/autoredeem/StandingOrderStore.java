package dev.cairn.ledger.autoredeem;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cairn.kit.db.Jsonb;
import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.catalogue.AutoRedeem;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Standing orders. Accounts are locked before them. */
@ApplicationScoped
class StandingOrderStore {
    private static final String FIND =
            """
            SELECT o.member_id, o.currency, o.reward_id, o.reserve, o.since, o.undone,
                   r.auto_redeem, o.look_again_at,
                   CASE WHEN o.looked_version = b.version THEN o.blocked END AS blocked
            FROM standing_order AS o
            JOIN reward AS r ON r.id = o.reward_id
            LEFT JOIN balance AS b ON b.member_id = o.member_id AND b.currency = o.currency
            WHERE o.member_id = ?
            """;

    /** A member's order. */
    Optional<StandingOrder> find(Tx tx, String memberId) {
        return tx.first(FIND, StandingOrderStore::order, memberId);
    }

    /** A member's order; nobody changes or ends it before the transaction ends. */
    Optional<StandingOrder> lock(Tx tx, String memberId) {
        return tx.first(FIND + "FOR UPDATE OF o", StandingOrderStore::order, memberId);
    }

    /** Takes the place of the order that the member had; the account is looked at soon. */
    void put(Tx tx, StandingOrder order) {
        tx.update(
                """
                INSERT INTO standing_order (member_id, currency, reward_id, reserve, since, undone)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (member_id) DO UPDATE
                SET currency = excluded.currency, reward_id = excluded.reward_id,
                    reserve = excluded.reserve, since = excluded.since,
                    undone = excluded.undone, looked_version = NULL, look_again_at = NULL,
                    blocked = NULL
                """,
                order.account().memberId(),
                order.account().currency(),
                order.reward(),
                order.reserve(),
                order.since(),
                order.undone());
    }

    void remove(Tx tx, String memberId) {
        tx.update("DELETE FROM standing_order WHERE member_id = ?", memberId);
    }

    /**
     * Remembers what the account was like after a look.
     *
     * @param again when to look even if it does not change
     * @param blocked what stood in the way; null for nothing
     */
    void looked(Tx tx, String memberId, Instant again, Jsonb blocked) {
        tx.update(
                """
                UPDATE standing_order AS o
                SET looked_version = (SELECT b.version
                                      FROM balance AS b
                                      WHERE b.member_id = o.member_id
                                        AND b.currency = o.currency),
                    look_again_at = ?, blocked = ?
                WHERE o.member_id = ?
                """,
                again,
                blocked,
                memberId);
    }

    /**
     * Accounts with points enough that changed since the last look, or whose time has come. Who can
     * pay is found before anything is put in order, and before standings are looked at: few can,
     * and going through the members in their order instead would cost several times as much.
     */
    List<AccountId> due(Tx tx, Instant now, String after, int limit) {
        return tx.query(
                """
                WITH offered AS MATERIALIZED (
                    SELECT id, (auto_redeem ->> 'threshold')::bigint AS threshold
                    FROM reward
                    WHERE auto_redeem IS NOT NULL),
                able AS MATERIALIZED (
                    SELECT o.member_id, o.currency
                    FROM standing_order AS o
                    JOIN offered AS r ON r.id = o.reward_id
                    JOIN balance AS b ON b.member_id = o.member_id AND b.currency = o.currency
                    WHERE o.member_id > ?
                      AND b.active > o.reserve AND b.active >= r.threshold
                      AND (o.looked_version IS DISTINCT FROM b.version OR o.look_again_at <= ?))
                SELECT member_id, currency
                FROM able
                WHERE NOT EXISTS (SELECT
                                  FROM member_standing AS s
                                  WHERE s.member_id = able.member_id
                                    AND (s.frozen_at IS NOT NULL OR s.merged_into IS NOT NULL
                                         OR s.erased_at IS NOT NULL))
                ORDER BY member_id
                LIMIT ?
                """,
                row -> new AccountId(row.text("member_id"), row.text("currency")),
                after,
                now,
                limit);
    }

    private static StandingOrder order(Row row) throws SQLException {
        return new StandingOrder(
                new AccountId(row.text("member_id"), row.text("currency")),
                row.text("reward_id"),
                row.longValue("reserve"),
                row.instant("since"),
                row.longValue("undone"),
                orNull(row, "auto_redeem", AutoRedeem.class),
                orNull(row, "blocked", JsonNode.class),
                row.instantOrNull("look_again_at"));
    }

    private static <T> T orNull(Row row, String column, Class<T> type) throws SQLException {
        return row.textOrNull(column) == null ? null : row.json(column, type);
    }
}
