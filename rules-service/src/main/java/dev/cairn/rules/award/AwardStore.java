package dev.cairn.rules.award;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

@ApplicationScoped
class AwardStore {

    private record Owned(String member, Register register) {}

    private record Told(String member, String key) {}

    /** A register of a member. */
    record Change(String member, Register register) {}

    /** The registers of these members, by award id. */
    Map<String, Map<String, Register>> registers(Tx tx, Collection<String> members) {
        var result = new HashMap<String, Map<String, Register>>();
        members.forEach(member -> result.put(member, new HashMap<>()));
        tx.query(
                        """
                        SELECT member, award_id, rule, category, points, first_points, revision,
                               occurred_at, expires_at, activity_id, reason
                        FROM award_register WHERE member = ANY (?::text[])
                        """,
                        row -> new Owned(row.text("member"), register(row)),
                        (Object) members.toArray(String[]::new))
                .forEach(o -> result.get(o.member()).put(o.register().awardId(), o.register()));
        return result;
    }

    /** A member's registers after a given one, by award id. */
    List<Register> page(Tx tx, String member, String after, int limit) {
        return tx.query(
                """
                SELECT award_id, rule, category, points, first_points, revision, occurred_at,
                       expires_at, activity_id, reason
                FROM award_register WHERE member = ? AND award_id > ?
                ORDER BY award_id LIMIT ?
                """,
                AwardStore::register,
                member,
                after,
                limit);
    }

    /** Sets registers; of several changes to one award the last one stays. */
    void set(Tx tx, Collection<Change> changes) {
        var rows = List.copyOf(changes);
        var n = rows.size();
        var members = new String[n];
        var awards = new String[n];
        var rules = new String[n];
        var categories = new String[n];
        var points = new Long[n];
        var first = new Long[n];
        var revisions = new Long[n];
        var occurred = new Instant[n];
        var expires = new Instant[n];
        var activities = new String[n];
        var reasons = new String[n];
        for (var i = 0; i < n; i++) {
            var register = rows.get(i).register();
            members[i] = rows.get(i).member();
            awards[i] = register.awardId();
            rules[i] = register.rule();
            categories[i] = register.category().name();
            points[i] = register.points();
            first[i] = register.firstPoints();
            revisions[i] = register.revision();
            occurred[i] = register.occurredAt();
            expires[i] = register.expiresAt();
            activities[i] = register.activityId();
            reasons[i] = register.reason();
        }
        tx.update(
                """
                INSERT INTO award_register (member, award_id, rule, category, points, first_points,
                                            revision, occurred_at, expires_at, activity_id, reason)
                SELECT DISTINCT ON (member, award) *
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[],
                            ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[])
                     AS a(member, award, rule, category, points, first, revision, occurred,
                          expires, activity, reason)
                ORDER BY member, award, revision DESC
                ON CONFLICT (member, award_id) DO UPDATE
                SET rule = excluded.rule, category = excluded.category, points = excluded.points,
                    revision = excluded.revision, occurred_at = excluded.occurred_at,
                    expires_at = excluded.expires_at, activity_id = excluded.activity_id,
                    reason = excluded.reason
                """,
                members,
                awards,
                rules,
                categories,
                points,
                first,
                revisions,
                occurred,
                expires,
                activities,
                reasons);
    }

    /** What these members were told. */
    Map<String, Set<String>> announced(Tx tx, Collection<String> members) {
        var result = new HashMap<String, Set<String>>();
        members.forEach(member -> result.put(member, new HashSet<>()));
        tx.query(
                        "SELECT member, key FROM announced WHERE member = ANY (?::text[])",
                        row -> new Told(row.text("member"), row.text("key")),
                        (Object) members.toArray(String[]::new))
                .forEach(told -> result.get(told.member()).add(told.key()));
        return result;
    }

    void announce(Tx tx, List<String> members, List<String> keys) {
        tx.update(
                "INSERT INTO announced (member, key) SELECT * FROM unnest(?::text[], ?::text[])",
                members.toArray(String[]::new),
                keys.toArray(String[]::new));
    }

    private static Register register(Row row) throws SQLException {
        return new Register(
                row.text("award_id"),
                row.text("rule"),
                AwardCategory.valueOf(row.text("category")),
                row.longValue("points"),
                row.longValue("first_points"),
                row.longValue("revision"),
                row.instant("occurred_at"),
                row.instantOrNull("expires_at"),
                row.textOrNull("activity_id"),
                row.text("reason"));
    }
}
