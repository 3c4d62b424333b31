package dev.cairn.rules.state;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

@ApplicationScoped
public class MemberStateStore {

    /** A member whose row is locked. */
    public record Locked(String member, long seq, String tier, Instant tierSince) {}

    /** What an evaluation found. */
    public record Found(
            String member, Snapshot snapshot, String tier, Instant tierSince, Instant dueAt) {}

    /** Locks members in id order, so that nobody else evaluates them; unknown ones become known. */
    public Map<String, Locked> lock(Tx tx, Collection<String> members) {
        var ids = new TreeSet<>(members).toArray(String[]::new);
        tx.update(
                """
                INSERT INTO member_state (member)
                SELECT member FROM unnest(?::text[]) AS m(member)
                ORDER BY member
                ON CONFLICT DO NOTHING
                """,
                (Object) ids);
        return tx
                .query(
                        """
                        SELECT member, seq, tier, tier_since FROM member_state
                        WHERE member = ANY (?::text[])
                        ORDER BY member
                        FOR UPDATE
                        """,
                        row ->
                                new Locked(
                                        row.text("member"),
                                        row.longValue("seq"),
                                        row.textOrNull("tier"),
                                        row.instantOrNull("tier_since")),
                        (Object) ids)
                .stream()
                .collect(Collectors.toMap(Locked::member, Function.identity()));
    }

    /**
     * Keeps what evaluations found. Whoever was evaluated by a programme that is not the newest any
     * more, as replicas do that a rollout has yet to replace, is due again at once.
     */
    public void save(Tx tx, List<Found> found) {
        var n = found.size();
        var members = new String[n];
        var seqs = new Long[n];
        var versions = new Integer[n];
        var tiers = new String[n];
        var since = new Instant[n];
        var snapshots = new String[n];
        var due = new Instant[n];
        for (var i = 0; i < n; i++) {
            members[i] = found.get(i).member();
            seqs[i] = found.get(i).snapshot().seq();
            versions[i] = found.get(i).snapshot().programmeVersion();
            tiers[i] = found.get(i).tier();
            since[i] = found.get(i).tierSince();
            snapshots[i] = SnapshotCodec.encode(found.get(i).snapshot());
            due[i] = found.get(i).dueAt();
        }
        tx.update(
                """
                UPDATE member_state s
                SET seq = f.seq, programme_version = f.version, tier = f.tier,
                    tier_since = f.since, snapshot = f.snapshot::json, folded_at = now(),
                    due_at = CASE WHEN f.version < (SELECT max(version) FROM programme_version)
                                  THEN 'epoch' ELSE f.due END
                FROM unnest(?::text[], ?::bigint[], ?::integer[], ?::text[], ?::timestamptz[],
                            ?::text[], ?::timestamptz[])
                     AS f(member, seq, version, tier, since, snapshot, due)
                WHERE s.member = f.member
                """,
                members,
                seqs,
                versions,
                tiers,
                since,
                snapshots,
                due);
    }

    /** What readers may see of a member; empty when nothing was ever heard of it. */
    public Optional<Row> find(Tx tx, String member) {
        return tx.first(
                "SELECT seq, snapshot::text AS snapshot FROM member_state WHERE member = ?",
                row ->
                        new Row(
                                row.longValue("seq"),
                                Optional.ofNullable(row.textOrNull("snapshot"))
                                        .flatMap(SnapshotCodec::decode)),
                member);
    }

    /** A member's row; without a snapshot it was never evaluated, or by an older release. */
    public record Row(long seq, Optional<Snapshot> snapshot) {}

    /** Members for whom time has made news, the oldest first. */
    public List<String> due(Tx tx, Instant now, int limit) {
        return tx.query(
                """
                SELECT member FROM member_state WHERE due_at <= ?
                ORDER BY due_at, member LIMIT ?
                """,
                row -> row.text("member"),
                now,
                limit);
    }

    /** Makes every member due that another programme version evaluated. */
    public int makeDue(Tx tx, int version, Instant now) {
        return tx.update(
                """
                UPDATE member_state SET due_at = ?
                WHERE programme_version IS DISTINCT FROM ? AND seq > 0
                """,
                now,
                version);
    }
}
