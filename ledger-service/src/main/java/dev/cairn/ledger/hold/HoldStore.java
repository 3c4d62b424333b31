package dev.cairn.ledger.hold;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.LotUse;
import dev.cairn.ledger.hold.Hold.Status;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Holds; whoever changes one holds the lock of its account. */
@ApplicationScoped
class HoldStore {
    private record Reserved(UUID holdId, LotUse use) {}

    void insert(Tx tx, Hold hold) {
        tx.update(
                """
                INSERT INTO hold (id, member_id, currency, points, captured, released, refunded,
                                  status, placed_by, placed_at, lapses_at, latest_until, reference,
                                  title, reward_id)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                hold.id(),
                hold.account().memberId(),
                hold.account().currency(),
                hold.points(),
                hold.captured(),
                hold.released(),
                hold.refunded(),
                hold.status(),
                hold.placedBy(),
                hold.placedAt(),
                hold.lapsesAt(),
                hold.latestUntil(),
                hold.reference(),
                hold.title(),
                hold.reward());
    }

    void save(Tx tx, Hold hold) {
        tx.update(
                """
                UPDATE hold
                SET captured = ?, released = ?, refunded = ?, status = ?, lapses_at = ?,
                    settled_at = ?
                WHERE id = ?
                """,
                hold.captured(),
                hold.released(),
                hold.refunded(),
                hold.status(),
                hold.lapsesAt(),
                hold.settledAt(),
                hold.id());
    }

    /** Forgets what shops called a member's orders. */
    void forgetOrders(Tx tx, String memberId) {
        tx.update("UPDATE hold SET reference = '', title = NULL WHERE member_id = ?", memberId);
    }

    Optional<Hold> find(Tx tx, UUID id) {
        return tx.first(
                """
                SELECT id, member_id, currency, points, captured, released, refunded, status,
                       placed_by, placed_at, lapses_at, latest_until, settled_at, reference, title,
                       reward_id
                FROM hold
                WHERE id = ?
                """,
                HoldStore::hold,
                id);
    }

    /** Accounts with holds whose time is over, the longest overdue first. */
    List<AccountId> overdue(Tx tx, Instant now, int limit) {
        return tx.query(
                """
                SELECT member_id, currency
                FROM hold
                WHERE status = 'HELD' AND lapses_at <= ?
                GROUP BY member_id, currency
                ORDER BY min(lapses_at), member_id, currency
                LIMIT ?
                """,
                row -> new AccountId(row.text("member_id"), row.text("currency")),
                now,
                limit);
    }

    /** Holds of these accounts whose time is over, the longest overdue first. */
    List<Hold> overdueOf(Tx tx, Collection<AccountId> accounts, Instant now) {
        return tx.query(
                """
                SELECT id, member_id, currency, points, captured, released, refunded, status,
                       placed_by, placed_at, lapses_at, latest_until, settled_at, reference, title,
                       reward_id
                FROM hold
                WHERE (member_id, currency) IN (SELECT * FROM unnest(?::text[], ?::text[]))
                  AND status = 'HELD' AND lapses_at <= ?
                ORDER BY lapses_at, id
                """,
                HoldStore::hold,
                accounts.stream().map(AccountId::memberId).toArray(String[]::new),
                accounts.stream().map(AccountId::currency).toArray(String[]::new),
                now);
    }

    /** Holds of these members before this place in time, newest first. */
    List<Hold> list(Tx tx, Collection<String> members, Instant before, UUID beforeId, int limit) {
        return tx.query(
                """
                SELECT id, member_id, currency, points, captured, released, refunded, status,
                       placed_by, placed_at, lapses_at, latest_until, settled_at, reference, title,
                       reward_id
                FROM hold
                WHERE member_id = ANY (?) AND (placed_at, id) < (?, ?)
                ORDER BY placed_at DESC, id DESC
                LIMIT ?
                """,
                HoldStore::hold,
                members.toArray(String[]::new),
                before,
                beforeId,
                limit);
    }

    /**
     * What postings about these holds did to lots, net.
     *
     * @param kind HELD for what is still reserved, REDEEMED for what was captured and not refunded
     */
    Map<UUID, List<LotUse>> uses(Tx tx, Collection<UUID> ids, LotUse.Kind kind) {
        var rows =
                tx.query(
                        """
                        SELECT p.reference_id, u.lot_id, sum(u.amount)::bigint AS amount
                        FROM posting AS p
                        JOIN lot_use AS u ON u.posting_id = p.id
                        WHERE p.reference_id = ANY (?) AND u.kind = ?
                        GROUP BY p.reference_id, u.lot_id
                        HAVING sum(u.amount) > 0
                        """,
                        row ->
                                new Reserved(
                                        row.uuid("reference_id"),
                                        new LotUse(
                                                row.uuid("lot_id"), kind, row.longValue("amount"))),
                        ids.toArray(UUID[]::new),
                        kind);
        return rows.stream()
                .collect(
                        Collectors.groupingBy(
                                Reserved::holdId,
                                Collectors.mapping(Reserved::use, Collectors.toList())));
    }

    private static Hold hold(Row row) throws SQLException {
        return new Hold(
                row.uuid("id"),
                new AccountId(row.text("member_id"), row.text("currency")),
                row.longValue("points"),
                row.longValue("captured"),
                row.longValue("released"),
                row.longValue("refunded"),
                Status.valueOf(row.text("status")),
                row.text("placed_by"),
                row.instant("placed_at"),
                row.instant("lapses_at"),
                row.instant("latest_until"),
                row.instantOrNull("settled_at"),
                row.text("reference"),
                row.textOrNull("title"),
                row.textOrNull("reward_id"));
    }
}
