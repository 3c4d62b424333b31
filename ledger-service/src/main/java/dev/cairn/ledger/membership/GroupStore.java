package dev.cairn.ledger.membership;

import dev.cairn.contracts.RewardEvent.TierChanged;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/** Tiers and segments of members. News that is older than what is known changes nothing. */
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

    /** Takes over moves, at most one per member and segment. */
    void saveMoves(Tx tx, Collection<Move> moves) {
        tx.update(
                """
                INSERT INTO member_segment AS s (member_id, segment, inside, as_of)
                SELECT *
                FROM unnest(?::text[], ?::text[], ?::boolean[], ?::timestamptz[])
                     AS n(member_id, segment, inside, as_of)
                ORDER BY member_id, segment
                ON CONFLICT (member_id, segment) DO UPDATE
                SET inside = excluded.inside, as_of = excluded.as_of
                WHERE s.as_of <= excluded.as_of
                """,
                moves.stream().map(Move::memberId).toArray(String[]::new),
                moves.stream().map(Move::segment).toArray(String[]::new),
                moves.stream().map(Move::inside).toArray(Boolean[]::new),
                moves.stream().map(Move::at).toArray(Instant[]::new));
    }

    void forget(Tx tx, String memberId) {
        tx.update("DELETE FROM member_tier WHERE member_id = ?", memberId);
        tx.update("DELETE FROM member_segment WHERE member_id = ?", memberId);
    }
}
