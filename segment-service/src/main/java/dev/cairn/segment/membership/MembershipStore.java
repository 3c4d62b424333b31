package dev.cairn.segment.membership;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.segment.membership.Move.Direction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The tables of memberships and sizes. Writers hold the locks of the members concerned. */
@ApplicationScoped
public class MembershipStore {

    /** How many shards a size has: more than connections that write at once. */
    private static final int SHARDS = 32;

    /** Who is in what, by member and segment. */
    Map<String, Map<String, Membership>> of(Tx tx, Collection<String> members) {
        var all = new HashMap<String, Map<String, Membership>>();
        tx.query(
                        """
                        SELECT member, segment, version, since FROM membership
                        WHERE member = ANY (?)
                        """,
                        MembershipStore::membership,
                        (Object) members.toArray(String[]::new))
                .forEach(
                        m ->
                                all.computeIfAbsent(m.member(), id -> new TreeMap<>())
                                        .put(m.segment(), m));
        return all;
    }

    /** Members of a segment in the order of their ids, from after the given one on. */
    List<Membership> in(Tx tx, String segment, String after, int limit) {
        return tx.query(
                """
                SELECT member, segment, version, since FROM membership
                WHERE segment = ? AND member > ?
                ORDER BY member LIMIT ?
                """,
                MembershipStore::membership,
                segment,
                after,
                limit);
    }

    Map<String, Long> sizes(Tx tx) {
        var sizes = new HashMap<String, Long>();
        tx.query(
                "SELECT segment, sum(members)::bigint AS size FROM segment_size GROUP BY segment",
                row -> sizes.put(row.text("segment"), row.longValue("size")));
        return sizes;
    }

    /** Carries out the moves. Of several of one member and segment the last one counts. */
    void apply(Tx tx, List<Move> moves) {
        var last = new TreeMap<String, Move>();
        moves.forEach(move -> last.put(move.member() + " " + move.segment(), move));
        leave(tx, last.values().stream().filter(m -> m.direction() == Direction.EXITED).toList());
        enter(tx, last.values().stream().filter(m -> m.direction() == Direction.ENTERED).toList());
        resize(tx, moves);
    }

    private static void enter(Tx tx, List<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        tx.update(
                """
                INSERT INTO membership (member, segment, version, since)
                SELECT member, segment, version, since
                FROM unnest(?::text[], ?::text[], ?::bigint[], ?::timestamptz[])
                     AS m(member, segment, version, since)
                ON CONFLICT (member, segment) DO UPDATE
                SET version = excluded.version, since = excluded.since
                """,
                moves.stream().map(Move::member).toArray(String[]::new),
                moves.stream().map(Move::segment).toArray(String[]::new),
                moves.stream().map(Move::version).toArray(Long[]::new),
                moves.stream().map(Move::at).toArray(Instant[]::new));
    }

    private static void leave(Tx tx, List<Move> moves) {
        if (moves.isEmpty()) {
            return;
        }
        tx.update(
                """
                DELETE FROM membership m
                USING unnest(?::text[], ?::text[]) AS x(member, segment)
                WHERE m.member = x.member AND m.segment = x.segment
                """,
                moves.stream().map(Move::member).toArray(String[]::new),
                moves.stream().map(Move::segment).toArray(String[]::new));
    }

    /** Every transaction adds to its own shard, segments in order, so that none waits for long. */
    private static void resize(Tx tx, List<Move> moves) {
        var deltas = new TreeMap<String, Long>();
        for (Move move : moves) {
            long one =
                    switch (move.direction()) {
                        case ENTERED -> 1;
                        case EXITED -> -1;
                    };
            deltas.merge(move.segment(), one, Long::sum);
        }
        deltas.values().removeIf(delta -> delta == 0);
        if (deltas.isEmpty()) {
            return;
        }
        tx.update(
                """
                INSERT INTO segment_size (segment, shard, members)
                SELECT segment, pg_backend_pid() % ?, members
                FROM unnest(?::text[], ?::bigint[]) AS s(segment, members)
                ORDER BY segment
                ON CONFLICT (segment, shard) DO UPDATE
                SET members = segment_size.members + excluded.members
                """,
                SHARDS,
                deltas.keySet().toArray(String[]::new),
                deltas.values().toArray(Long[]::new));
    }

    private static Membership membership(Row row) throws SQLException {
        return new Membership(
                row.text("member"),
                row.text("segment"),
                row.longValue("version"),
                row.instant("since"));
    }
}
