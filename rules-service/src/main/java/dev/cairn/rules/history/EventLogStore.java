package dev.cairn.rules.history;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.ActivityEvent.ActivityReturned;
import dev.cairn.contracts.ActivityEvent.ActivityVoided;
import dev.cairn.contracts.EventType;
import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.EventCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

@ApplicationScoped
public class EventLogStore {

    /** Adds activities and returns those whose key was new. */
    public List<Key> add(Tx tx, List<LoggedActivity> activities, Instant now) {
        var n = activities.size();
        var sources = new String[n];
        var ids = new String[n];
        var members = new String[n];
        var types = new String[n];
        var ofs = new String[n];
        var hashes = new byte[n][];
        var times = new Instant[n];
        var bodies = new String[n];
        for (var i = 0; i < n; i++) {
            var event = activities.get(i).event();
            sources[i] = event.source();
            ids[i] = event.activityId();
            members[i] = event.memberId();
            types[i] = EventType.of(event).name();
            ofs[i] = of(event);
            hashes[i] = activities.get(i).hash();
            times[i] = event.occurredAt();
            bodies[i] = new String(EventCodec.encode(event), StandardCharsets.UTF_8);
        }
        return tx.query(
                """
                INSERT INTO event_log (source, activity_id, member, type, of_id, hash, occurred_at,
                                       recorded_at, body)
                SELECT source, id, member, type, of_id, hash, time, ?, body::json
                FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bytea[],
                            ?::timestamptz[], ?::text[])
                     AS a(source, id, member, type, of_id, hash, time, body)
                ORDER BY source, id
                ON CONFLICT DO NOTHING
                RETURNING source, activity_id
                """,
                row -> new Key(row.text("source"), row.text("activity_id")),
                now,
                sources,
                ids,
                members,
                types,
                ofs,
                hashes,
                times,
                bodies);
    }

    /** What identifies an activity. */
    public record Key(String source, String activityId) {
        public static Key of(ActivityEvent event) {
            return new Key(event.source(), event.activityId());
        }
    }

    /** The activities with these keys, as far as they are known. */
    public List<LoggedActivity> find(Tx tx, Collection<Key> keys) {
        return tx.query(
                """
                SELECT l.type, l.hash, l.body
                FROM unnest(?::text[], ?::text[]) AS k(source, id)
                JOIN event_log l ON l.source = k.source AND l.activity_id = k.id
                """,
                EventLogStore::logged,
                sources(keys),
                ids(keys));
    }

    /** The fingerprints of the activities with these keys. */
    public Map<Key, byte[]> hashes(Tx tx, Collection<Key> keys) {
        return tx
                .query(
                        """
                        SELECT l.source, l.activity_id, l.hash
                        FROM unnest(?::text[], ?::text[]) AS k(source, id)
                        JOIN event_log l ON l.source = k.source AND l.activity_id = k.id
                        """,
                        row ->
                                Map.entry(
                                        new Key(row.text("source"), row.text("activity_id")),
                                        row.bytes("hash")),
                        sources(keys),
                        ids(keys))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The returns and voids of the activities with these keys. */
    public List<LoggedActivity> followUps(Tx tx, Collection<Key> keys) {
        return tx.query(
                """
                SELECT l.type, l.hash, l.body
                FROM unnest(?::text[], ?::text[]) AS k(source, id)
                JOIN event_log l ON l.source = k.source AND l.of_id = k.id
                """,
                EventLogStore::logged,
                sources(keys),
                ids(keys));
    }

    private static LoggedActivity logged(Row row) throws SQLException {
        var event = (ActivityEvent) HistoryStore.event(row);
        return new LoggedActivity(event, row.bytes("hash"));
    }

    private static String of(ActivityEvent event) {
        return switch (event) {
            case ActivityEvent.ActivityRecorded recorded -> null;
            case ActivityReturned returned -> returned.of();
            case ActivityVoided voided -> voided.of();
        };
    }

    private static String[] sources(Collection<Key> keys) {
        return keys.stream().map(Key::source).toArray(String[]::new);
    }

    private static String[] ids(Collection<Key> keys) {
        return keys.stream().map(Key::activityId).toArray(String[]::new);
    }
}
