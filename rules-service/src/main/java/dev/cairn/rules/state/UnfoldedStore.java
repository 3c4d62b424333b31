package dev.cairn.rules.state;

import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Finds activities that are known and not evaluated yet, in real time. */
@ApplicationScoped
class UnfoldedStore {

    /**
     * Members that wait.
     *
     * @param lookFrom everything that became known before it is evaluated
     */
    record Unfolded(long members, long oldestSeconds, Instant lookFrom) {}

    /**
     * Looks at what became known lately.
     *
     * @param from what an earlier look said; null looks back as far as topics keep activities
     */
    Unfolded since(Tx tx, Instant from) {
        return tx.first(
                        """
                        SELECT count(DISTINCT member) AS members,
                               coalesce(extract(epoch FROM now() - min(logged_at)), 0)::bigint
                                   AS oldest,
                               coalesce(min(logged_at), now() - interval '1 minute') AS look_from
                        FROM event_log AS e
                        LEFT JOIN member_state AS s USING (member)
                        WHERE e.logged_at >= coalesce(?::timestamptz, now() - interval '7 days')
                          AND (s.folded_at IS NULL OR s.folded_at < e.logged_at)
                        """,
                        row ->
                                new Unfolded(
                                        row.longValue("members"),
                                        row.longValue("oldest"),
                                        row.instant("look_from")),
                        from)
                .orElseThrow();
    }
}
