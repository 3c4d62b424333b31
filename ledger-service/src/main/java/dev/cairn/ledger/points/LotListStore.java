package dev.cairn.ledger.points;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.LotSource;
import dev.cairn.ledger.points.LotView.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/**
 * Lists the lots of an account. An empty lot was emptied by a posting of the account, so that the
 * account's history leads to it and lots need no index for this.
 */
@ApplicationScoped
class LotListStore {

    /** A place in the list: newest lots come first. */
    record Place(Instant earnedAt, UUID id) {}

    /** Lots that come after this place; of one state, or of any when null. */
    List<LotView> list(
            Tx tx, AccountId id, Instant now, ZoneId zone, State state, Place after, int limit) {
        return tx.query(
                """
                WITH used AS (
                    SELECT u.lot_id,
                           coalesce(sum(amount) FILTER (WHERE u.kind = 'REDEEMED'), 0)::bigint
                               AS spent,
                           coalesce(sum(amount) FILTER (WHERE u.kind IN ('REVERSED', 'ADJUSTED')),
                                    0)::bigint AS reversed,
                           coalesce(sum(amount) FILTER (WHERE u.kind = 'ARREARS'), 0)::bigint
                               AS paid,
                           coalesce(sum(amount) FILTER (WHERE u.kind = 'TRANSFERRED'), 0)::bigint
                               AS moved
                    FROM posting AS p
                    JOIN lot_use AS u ON u.posting_id = p.id
                    WHERE p.member_id = ? AND p.currency = ?
                    GROUP BY u.lot_id),
                mine AS (
                    SELECT lot_id FROM used
                    UNION
                    SELECT id FROM lot WHERE member_id = ? AND currency = ? AND listed),
                lapsed AS (
                    SELECT u.lot_id, sum(u.amount)::bigint AS points
                    FROM hold AS h
                    JOIN posting AS p ON p.reference_id = h.id
                    JOIN lot_use AS u ON u.posting_id = p.id AND u.kind = 'HELD'
                    WHERE h.member_id = ? AND h.currency = ? AND h.status = 'HELD'
                      AND h.lapses_at <= ?
                    GROUP BY u.lot_id),
                seen AS (
                    SELECT l.id, source, award_id, earned, remaining,
                           held - coalesce(points, 0) AS held, expired, pending, active_from,
                           awaits, expires_at, sliding, earned_at, priority
                    FROM mine
                    JOIN lot AS l ON l.member_id = ? AND l.currency = ? AND l.id = mine.lot_id
                    LEFT JOIN lapsed ON lapsed.lot_id = l.id),
                listed AS (
                    SELECT l.id, source, award_id, earned, remaining, held, expired, active_from,
                           awaits, expires_at, sliding, earned_at, priority,
                           coalesce(spent, 0) AS spent, coalesce(reversed, 0) AS reversed,
                           coalesce(paid, 0) AS paid, coalesce(moved, 0) AS moved,
                           CASE WHEN remaining > 0 AND pending
                                     AND (active_from IS NULL OR active_from > ?) THEN 'PENDING'
                                WHEN remaining > held AND (expires_at IS NULL OR expires_at > ?)
                                THEN 'ACTIVE'
                                WHEN held > 0 THEN 'HELD'
                                WHEN remaining > 0 OR expired > 0 THEN 'EXPIRED'
                                WHEN spent > 0 OR paid > 0 THEN 'SPENT'
                                WHEN reversed > 0 THEN 'REVERSED'
                                ELSE 'MOVED' END AS state
                    FROM seen AS l
                    LEFT JOIN used AS u ON u.lot_id = l.id)
                SELECT id, source, award_id, earned, remaining, held, expired, active_from, awaits,
                       expires_at, sliding, earned_at, priority, spent, reversed, paid, moved,
                       state
                FROM listed
                WHERE (earned_at, id) < (?, ?) AND (?::text IS NULL OR state = ?)
                ORDER BY earned_at DESC, id DESC
                LIMIT ?
                """,
                row -> lot(row, zone),
                id.memberId(),
                id.currency(),
                id.memberId(),
                id.currency(),
                id.memberId(),
                id.currency(),
                now,
                id.memberId(),
                id.currency(),
                now,
                now,
                after.earnedAt(),
                after.id(),
                state == null ? null : state.name(),
                state == null ? null : state.name(),
                limit);
    }

    private static LotView lot(Row row, ZoneId zone) throws SQLException {
        var expiresAt = row.instantOrNull("expires_at");
        return new LotView(
                row.uuid("id"),
                LotSource.valueOf(row.text("source")),
                row.textOrNull("award_id"),
                State.valueOf(row.text("state")),
                row.longValue("earned"),
                row.longValue("remaining"),
                row.longValue("held"),
                row.longValue("spent"),
                row.longValue("expired"),
                row.longValue("reversed"),
                row.longValue("paid"),
                row.longValue("moved"),
                row.instant("earned_at"),
                row.instantOrNull("active_from"),
                row.textOrNull("awaits"),
                expiresAt,
                expiresAt == null ? null : lastDay(expiresAt, zone),
                row.bool("sliding"),
                row.intValue("priority"));
    }

    private static LocalDate lastDay(Instant expiresAt, ZoneId zone) {
        return LocalDate.ofInstant(expiresAt.minusNanos(1), zone);
    }
}
