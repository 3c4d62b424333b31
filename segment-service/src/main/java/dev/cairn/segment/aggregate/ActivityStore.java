package dev.cairn.segment.aggregate;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cairn.kit.db.Jsonb;
import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.segment.aggregate.Activity.Line;
import dev.cairn.segment.member.Totals.Moments;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables of activities and of days. Callers hold the locks of the members concerned. */
@ApplicationScoped
public class ActivityStore {
    private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};
    private static final String COLUMNS =
            """
            a.source, a.activity_id, a.member, a.kind, a.occurred_at, a.day, a.of_id, a.currency,
            a.lines, a.net, a.voided
            """;

    /** The activities with these keys. */
    List<Activity> find(Tx tx, Collection<ActivityKey> keys) {
        return tx.query(
                "SELECT "
                        + COLUMNS
                        + """
                        FROM unnest(?::text[], ?::text[]) AS k(source, id)
                        JOIN activity a ON a.source = k.source AND a.activity_id = k.id
                        """,
                ActivityStore::activity,
                sources(keys),
                ids(keys));
    }

    /** The returns of these orders. */
    List<Activity> findReturns(Tx tx, Collection<ActivityKey> orders) {
        return tx.query(
                "SELECT "
                        + COLUMNS
                        + """
                        FROM unnest(?::text[], ?::text[]) AS k(source, id)
                        JOIN activity a ON a.source = k.source AND a.of_id = k.id
                        """,
                ActivityStore::activity,
                sources(orders),
                ids(orders));
    }

    void save(Tx tx, List<Activity> activities) {
        if (activities.isEmpty()) {
            return;
        }
        tx.update(
                """
                INSERT INTO activity (source, activity_id, member, kind, occurred_at, day, of_id,
                                      currency, lines, net, voided)
                SELECT source, id, member, kind, occurred_at, day, of_id, currency, lines::jsonb,
                       net, voided
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::timestamptz[],
                            ?::date[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::boolean[])
                     AS a(source, id, member, kind, occurred_at, day, of_id, currency, lines, net,
                          voided)
                ON CONFLICT (source, activity_id) DO UPDATE
                SET member = excluded.member, kind = excluded.kind,
                    occurred_at = excluded.occurred_at, day = excluded.day,
                    of_id = excluded.of_id, currency = excluded.currency,
                    lines = excluded.lines, net = excluded.net, voided = excluded.voided
                """,
                activities.stream().map(a -> a.key().source()).toArray(String[]::new),
                activities.stream().map(a -> a.key().id()).toArray(String[]::new),
                activities.stream().map(Activity::member).toArray(String[]::new),
                activities.stream().map(a -> a.kind().orElse(null)).toArray(String[]::new),
                activities.stream().map(a -> a.occurredAt().orElse(null)).toArray(Instant[]::new),
                activities.stream().map(a -> a.day().orElse(null)).toArray(LocalDate[]::new),
                activities.stream().map(a -> a.of().orElse(null)).toArray(String[]::new),
                activities.stream().map(a -> a.currency().orElse(null)).toArray(String[]::new),
                activities.stream().map(a -> Jsonb.of(a.lines()).text()).toArray(String[]::new),
                activities.stream().map(Activity::net).toArray(Long[]::new),
                activities.stream().map(Activity::voided).toArray(Boolean[]::new));
    }

    /** Adds to the days of members; a day that is not there yet starts at nothing. */
    void addToDays(Tx tx, Map<String, MemberChange> changes) {
        var deltas =
                changes.entrySet().stream()
                        .flatMap(
                                change ->
                                        change.getValue().days().stream()
                                                .map(day -> Map.entry(change.getKey(), day)))
                        .toList();
        if (deltas.isEmpty()) {
            return;
        }
        var members = deltas.stream().map(Map.Entry::getKey).toArray(String[]::new);
        var days = deltas.stream().map(d -> d.getValue().day()).toArray(LocalDate[]::new);
        tx.update(
                """
                INSERT INTO member_day (member, day, purchases, net)
                SELECT member, day, 0, 0 FROM unnest(?::text[], ?::date[]) AS d(member, day)
                ON CONFLICT (member, day) DO NOTHING
                """,
                members,
                days);
        tx.update(
                """
                UPDATE member_day m
                SET purchases = m.purchases + d.purchases, net = m.net + d.net
                FROM unnest(?::text[], ?::date[], ?::bigint[], ?::bigint[])
                     AS d(member, day, purchases, net)
                WHERE m.member = d.member AND m.day = d.day
                """,
                members,
                days,
                deltas.stream().map(d -> d.getValue().purchases()).toArray(Long[]::new),
                deltas.stream().map(d -> d.getValue().netSpend()).toArray(Long[]::new));
    }

    /** First and last times, each from one end of an index. */
    Map<String, Moments> moments(Tx tx, Collection<String> members) {
        var moments = new HashMap<String, Moments>();
        tx.query(
                """
                SELECT m.id,
                    (SELECT min(occurred_at) FROM activity
                     WHERE member = m.id AND net > 0) AS first_purchase_at,
                    (SELECT max(occurred_at) FROM activity
                     WHERE member = m.id AND net > 0) AS last_purchase_at,
                    (SELECT min(occurred_at) FROM activity
                     WHERE member = m.id AND kind <> 'return' AND NOT voided) AS first_activity_at,
                    (SELECT max(occurred_at) FROM activity
                     WHERE member = m.id AND kind <> 'return' AND NOT voided) AS last_activity_at
                FROM unnest(?::text[]) AS m(id)
                """,
                row ->
                        moments.put(
                                row.text("id"),
                                new Moments(
                                        moment(row, "first_purchase_at"),
                                        moment(row, "last_purchase_at"),
                                        moment(row, "first_activity_at"),
                                        moment(row, "last_activity_at"))),
                (Object) members.toArray(String[]::new));
        return moments;
    }

    /** Puts all that a member bought before the zone was known on the days of that zone. */
    public void moveToZone(Tx tx, String member, ZoneId zone) {
        tx.update(
                """
                UPDATE activity SET day = (occurred_at AT TIME ZONE ?)::date
                WHERE member = ? AND kind = 'purchase'
                """,
                zone.getId(),
                member);
        tx.update("DELETE FROM member_day WHERE member = ?", member);
        tx.update(
                """
                INSERT INTO member_day (member, day, purchases, net)
                SELECT member, day, count(*), sum(net) FROM activity
                WHERE member = ? AND net > 0
                GROUP BY member, day
                """,
                member);
    }

    private static Activity activity(Row row) throws SQLException {
        return new Activity(
                new ActivityKey(row.text("source"), row.text("activity_id")),
                row.text("member"),
                Optional.ofNullable(row.textOrNull("kind")),
                moment(row, "occurred_at"),
                row.textOrNull("day") == null ? Optional.empty() : Optional.of(row.date("day")),
                Optional.ofNullable(row.textOrNull("of_id")),
                Optional.ofNullable(row.textOrNull("currency")),
                row.json("lines", LINES),
                row.longValue("net"),
                row.bool("voided"));
    }

    private static Optional<Instant> moment(Row row, String column) throws SQLException {
        return Optional.ofNullable(row.instantOrNull(column));
    }

    private static String[] sources(Collection<ActivityKey> keys) {
        return keys.stream().map(ActivityKey::source).toArray(String[]::new);
    }

    private static String[] ids(Collection<ActivityKey> keys) {
        return keys.stream().map(ActivityKey::id).toArray(String[]::new);
    }
}
