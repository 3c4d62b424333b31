package dev.cairn.ledger.membership;

import dev.cairn.contracts.RewardEvent.TierChanged;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * Tiers and segments of members. News that is older than what is known changes nothing; of a member
 * that was forgotten, the end of time is known.
 */
@ApplicationScoped
public class GroupStore {
    /** A member is inside a segment, or not any more, since an instant. */
    record Move(String memberId, String segment, boolean inside, Instant at) {}

    /** What a member belongs to. */
    public Groups of(Tx tx, String memberId) {
        var tier =
                tx.first(
                        "SELECT tier FROM member_tier WHERE member_id = ? AND tier IS NOT NULL",
                        row -> row.text("tier"),
                        memberId);
        var segments =
                tx.query(
                        "SELECT segment FROM member_segment WHERE member_id = ? AND inside",
                        row -> row.text("segment"),
                        memberId);
        return new Groups(tier.orElse(null), new HashSet<>(segments));
    }

    /** Tiers by member; those that have none are left out. */
    public Map<String, String> tiers(Tx tx, Collection<String> memberIds) {
        var tiers = new HashMap<String, String>();
        tx.query(
                        """
                        SELECT member_id, tier
                        FROM member_tier
                        WHERE member_id = ANY (?) AND tier IS NOT NULL
                        """,
                        row -> Map.entry(row.text("member_id"), row.text("tier")),
                        (Object) memberIds.toArray(String[]::new))
                .forEach(entry -> tiers.put(entry.getKey(), entry.getValue()));
        return tiers;
    }

    /** Takes over tiers, at most one per member. */
    void saveTiers(Tx tx, Collection<TierChanged> changes) {
        tx.update(
                """
                INSERT INTO member_tier AS t (member_id, tier, as_of)
                SELECT *
                FROM unnest(?::text[], ?::text[], ?::timestamptz[]) AS n(member_id, tier, as_of)
                ORDER BY member_id
                ON CONFLICT (member_id) DO UPDATE
                SET tier = excluded.tier, as_of = excluded.as_of
                WHERE t.as_of <= excluded.as_of
                """,
                changes.stream().map(TierChanged::memberId).toArray(String[]::new),
                changes.stream().map(TierChanged::to).toArray(String[]::new),
                changes.stream().map(TierChanged::occurredAt).toArray(Instant[]::new));
    }

    /**
     * Takes over moves, at most one per member and segment. The row of the member's tier is locked,
     * so that none comes in while the member is being forgotten.
     */
    void saveMoves(Tx tx, Collection<Move> moves) {
        var members = moves.stream().map(Move::memberId).toArray(String[]::new);
        tx.later(
                """
                INSERT INTO member_tier (member_id, tier, as_of)
                SELECT DISTINCT member_id, NULL, '-infinity'::timestamptz
                FROM unnest(?::text[]) AS n(member_id)
                ORDER BY member_id
                ON CONFLICT DO NOTHING
                """,
                (Object) members);
        tx.update(
                """
                WITH known AS (
                    SELECT member_id, as_of
                    FROM member_tier
                    WHERE member_id = ANY (?)
                    ORDER BY member_id
                    FOR SHARE)
                INSERT INTO member_segment AS s (member_id, segment, inside, as_of)
                SELECT n.member_id, n.segment, n.inside, n.as_of
                FROM unnest(?::text[], ?::text[], ?::boolean[], ?::timestamptz[])
                     AS n(member_id, segment, inside, as_of)
                JOIN known AS k ON k.member_id = n.member_id AND k.as_of < 'infinity'
                ORDER BY n.member_id, n.segment
                ON CONFLICT (member_id, segment) DO UPDATE
                SET inside = excluded.inside, as_of = excluded.as_of
                WHERE s.as_of <= excluded.as_of
                """,
                members,
                members,
                moves.stream().map(Move::segment).toArray(String[]::new),
                moves.stream().map(Move::inside).toArray(Boolean[]::new),
                moves.stream().map(Move::at).toArray(Instant[]::new));
    }

    /** Forgets where a member belonged; news that comes late does not bring it back. */
    void forget(Tx tx, String memberId) {
        tx.update(
                """
                INSERT INTO member_tier (member_id, tier, as_of)
                VALUES (?, NULL, 'infinity')
                ON CONFLICT (member_id) DO UPDATE
                SET tier = NULL, as_of = 'infinity'
                """,
                memberId);
        tx.update("DELETE FROM member_segment WHERE member_id = ?", memberId);
    }
}
