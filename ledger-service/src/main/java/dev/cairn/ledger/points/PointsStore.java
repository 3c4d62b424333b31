package dev.cairn.ledger.points;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.PostingKind;
import dev.cairn.ledger.points.PointsView.Expiry;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Reads points for people. */
@ApplicationScoped
class PointsStore {

    /**
     * When active points run out; without an instant: never.
     *
     * @param except lots that are looked at elsewhere
     */
    List<Expiry> expiries(Tx tx, AccountId id, Collection<UUID> except, Instant now) {
        return tx.query(
                """
                SELECT expires_at, sum(remaining - held)::bigint AS points
                FROM lot
                WHERE member_id = ? AND currency = ? AND listed AND remaining > held AND NOT pending
                  AND (expires_at > ? OR expires_at IS NULL)
                  AND id <> ALL (?)
                GROUP BY expires_at
                """,
                row -> new Expiry(row.instantOrNull("expires_at"), row.longValue("points")),
                id.memberId(),
                id.currency(),
                now,
                except.toArray(UUID[]::new));
    }

    /** Whether a member is frozen, with or without accounts. */
    boolean frozen(Tx tx, String memberId) {
        return tx.first(
                        """
                        SELECT FROM member_standing
                        WHERE member_id = ? AND frozen_at IS NOT NULL
                        """,
                        row -> true,
                        memberId)
                .isPresent();
    }

    /** An account's history, newest first; of these kinds, or of all when there are none. */
    List<PointsEntry> entries(Tx tx, AccountId id, Set<PostingKind> kinds, long before, int limit) {
        return tx.query(
                """
                SELECT id, version, kind, points, balance_after, occurred_at, recorded_at,
                       category, reason, award_id, redemption_id
                FROM posting
                WHERE member_id = ? AND currency = ? AND version < ?
                  AND (? OR kind = ANY (?))
                ORDER BY version DESC
                LIMIT ?
                """,
                PointsStore::entry,
                id.memberId(),
                id.currency(),
                before,
                kinds.isEmpty(),
                kinds.stream().map(PostingKind::name).toArray(String[]::new),
                limit);
    }

    PointsTotals totals(Tx tx, String currency) {
        return tx.first(
                        """
                        SELECT coalesce(sum(earned_base), 0)::bigint AS earned_base,
                               coalesce(sum(earned_bonus), 0)::bigint AS earned_bonus,
                               coalesce(sum(clawed_base), 0)::bigint AS clawed_base,
                               coalesce(sum(clawed_bonus), 0)::bigint AS clawed_bonus,
                               coalesce(sum(spent), 0)::bigint AS spent,
                               coalesce(sum(expired), 0)::bigint AS expired,
                               coalesce(sum(active), 0)::bigint AS active,
                               coalesce(sum(pending), 0)::bigint AS pending,
                               coalesce(sum(held), 0)::bigint AS held,
                               coalesce(sum(arrears), 0)::bigint AS arrears,
                               coalesce(sum(adjusted), 0)::bigint AS adjusted,
                               coalesce(sum(transferred), 0)::bigint AS transferred,
                               coalesce(sum(converted), 0)::bigint AS converted,
                               coalesce(sum(written_off), 0)::bigint AS written_off,
                               count(*) FILTER (WHERE b.version > 0 AND s.member_id IS NULL
                                                  AND h.id IS NULL) AS members
                        FROM balance AS b
                        LEFT JOIN member_standing AS s
                             ON s.member_id = b.member_id
                            AND (s.erased_at IS NOT NULL OR s.merged_into IS NOT NULL)
                        LEFT JOIN household AS h ON h.id = b.member_id
                        WHERE currency = ?
                        """,
                        PointsStore::totals,
                        currency)
                .orElseThrow();
    }

    Liability liability(Tx tx) {
        return tx.first(
                        """
                        SELECT coalesce(sum(active), 0)::bigint AS active,
                               coalesce(sum(pending), 0)::bigint AS pending,
                               coalesce(sum(held), 0)::bigint AS held,
                               count(*) FILTER (WHERE version > 0) AS accounts
                        FROM balance
                        """,
                        row ->
                                new Liability(
                                        row.longValue("active"),
                                        row.longValue("pending"),
                                        row.longValue("held"),
                                        row.longValue("accounts")))
                .orElseThrow();
    }

    private static PointsEntry entry(Row row) throws SQLException {
        var kind = PostingKind.valueOf(row.text("kind"));
        var category = row.textOrNull("category");
        var redemptionId = row.textOrNull("redemption_id");
        return new PointsEntry(
                row.uuid("id"),
                kind.label(),
                kind.sign() * row.longValue("points"),
                row.longValue("balance_after"),
                row.instant("occurred_at"),
                row.instant("recorded_at"),
                category == null ? null : AwardCategory.valueOf(category),
                row.textOrNull("reason"),
                row.textOrNull("award_id"),
                redemptionId == null ? null : UUID.fromString(redemptionId),
                row.longValue("version"));
    }

    private static PointsTotals totals(Row row) throws SQLException {
        return new PointsTotals(
                row.longValue("earned_base"),
                row.longValue("earned_bonus"),
                row.longValue("clawed_base"),
                row.longValue("clawed_bonus"),
                row.longValue("spent"),
                row.longValue("expired"),
                row.longValue("active"),
                row.longValue("pending"),
                row.longValue("held"),
                row.longValue("arrears"),
                row.longValue("adjusted"),
                row.longValue("transferred"),
                row.longValue("converted"),
                row.longValue("written_off"),
                row.longValue("members"));
    }
}
