package dev.cairn.rules.history;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.Event;
import dev.cairn.contracts.EventType;
import dev.cairn.contracts.MemberEvent;
import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.EventCodec;
import dev.cairn.rules.evaluation.History;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
public class HistoryStore {

    private record Ceiling(String member, String award, long granted) {}

    /** Everything that is known of these members; one query per kind of knowledge. */
    public Map<String, History> load(Tx tx, Collection<String> members) {
        var ids = members.toArray(String[]::new);
        var activities = new HashMap<String, List<ActivityEvent>>();
        tx.query(
                        "SELECT type, body FROM event_log WHERE member = ANY (?::text[])",
                        HistoryStore::event,
                        (Object) ids)
                .forEach(e -> add(activities, e.memberId(), (ActivityEvent) e));
        var profiles = new HashMap<String, List<MemberEvent>>();
        tx.query(
                        "SELECT type, body FROM member_event WHERE member = ANY (?::text[])",
                        HistoryStore::event,
                        (Object) ids)
                .forEach(e -> add(profiles, e.memberId(), (MemberEvent) e));
        var ceilings = new HashMap<String, Map<String, Long>>();
        tx.query(
                        """
                        SELECT member, award_id, granted FROM ceiling
                        WHERE member = ANY (?::text[])
                        """,
                        row ->
                                new Ceiling(
                                        row.text("member"),
                                        row.text("award_id"),
                                        row.longValue("granted")),
                        (Object) ids)
                .forEach(
                        c ->
                                ceilings.computeIfAbsent(c.member(), m -> new HashMap<>())
                                        .put(c.award(), c.granted()));
        var histories = new HashMap<String, History>();
        for (var member : members) {
            histories.put(
                    member,
                    new History(
                            activities.getOrDefault(member, List.of()),
                            profiles.getOrDefault(member, List.of()),
                            ceilings.getOrDefault(member, Map.of())));
        }
        return histories;
    }

    /** Adds what members told about themselves; what was told before is left as it is. */
    public void add(Tx tx, List<MemberEvent> events) {
        var n = events.size();
        var members = new String[n];
        var hashes = new byte[n][];
        var types = new String[n];
        var times = new java.time.Instant[n];
        var bodies = new String[n];
        for (var i = 0; i < n; i++) {
            var event = events.get(i);
            members[i] = event.memberId();
            hashes[i] = Fingerprint.of(event);
            types[i] = EventType.of(event).name();
            times[i] = event.occurredAt();
            bodies[i] = new String(EventCodec.encode(event), StandardCharsets.UTF_8);
        }
        tx.update(
                """
                INSERT INTO member_event (member, hash, type, occurred_at, body)
                SELECT member, hash, type, time, body::json
                FROM unnest(?::text[], ?::bytea[], ?::text[], ?::timestamptz[], ?::text[])
                     AS e(member, hash, type, time, body)
                ORDER BY member, hash
                ON CONFLICT DO NOTHING
                """,
                members,
                hashes,
                types,
                times,
                bodies);
    }

    static Event event(Row row) throws SQLException {
        try {
            return EventCodec.decode(
                    EventType.valueOf(row.text("type")),
                    row.text("body").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new SQLException("a logged event cannot be read", e);
        }
    }

    private static <E> void add(Map<String, List<E>> byMember, String member, E event) {
        byMember.computeIfAbsent(member, m -> new ArrayList<>()).add(event);
    }
}
