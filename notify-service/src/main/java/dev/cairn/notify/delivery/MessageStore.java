package dev.cairn.notify.delivery;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.notify.candidate.Candidate;
import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.decision.Reason;
import dev.cairn.notify.template.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps messages and where each stands. */
@ApplicationScoped
public class MessageStore {
    private static final String COLUMNS =
            """
            id, member_id, template, occasion, occurred_at, valid_until, facts,
            correlation_id, causation_id, inbox_state, attempts
            """;
    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    /**
     * Messages that are due, oldest first, locked; those that somebody else decides are left out.
     */
    List<Waiting> lockDue(Tx tx, Instant now, int limit) {
        return tx.query(
                """
                SELECT %s FROM message
                WHERE outreach_state = 'waiting' AND due_at <= ?
                ORDER BY due_at, id LIMIT ?
                FOR UPDATE SKIP LOCKED
                """
                        .formatted(COLUMNS),
                MessageStore::waiting,
                now,
                limit);
    }

    /** Messages whose sender went away while handing them over, locked. */
    List<Waiting> lockAbandoned(Tx tx, int limit) {
        return tx.query(
                """
                SELECT %s FROM message
                WHERE outreach_state = 'sending' AND lease_until < clock_timestamp()
                ORDER BY id LIMIT ?
                FOR UPDATE SKIP LOCKED
                """
                        .formatted(COLUMNS),
                MessageStore::waiting,
                limit);
    }

    /** Those of the messages that are still being handed over, locked in the order of ids. */
    Set<UUID> lockSending(Tx tx, Collection<UUID> ids) {
        return tx
                .query(
                        """
                        SELECT id FROM message
                        WHERE id = ANY (?::uuid[]) AND outreach_state = 'sending'
                        ORDER BY id FOR UPDATE
                        """,
                        row -> row.uuid("id"),
                        (Object) ids.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.toSet());
    }

    /** How many messages could be decided now. */
    long due(Tx tx, Instant now) {
        return tx.first(
                        """
                        SELECT count(*) AS n FROM message
                        WHERE outreach_state = 'sending'
                           OR outreach_state = 'waiting' AND due_at <= ?
                        """,
                        row -> row.longValue("n"),
                        now)
                .orElseThrow();
    }

    /**
     * What is not settled.
     *
     * @param dueSince when the time of the oldest came that should be decided or settled by now
     */
    record Backlog(long waiting, Optional<Instant> dueSince) {}

    Backlog backlog(Tx tx, Instant now) {
        return tx.first(
                        """
                        SELECT (SELECT count(*) FROM message WHERE outreach_state = 'waiting')
                               AS waiting,
                               least(
                                   (SELECT min(due_at) FROM message
                                    WHERE outreach_state = 'waiting' AND due_at <= ?),
                                   (SELECT min(due_at) FROM message
                                    WHERE outreach_state = 'sending')) AS due_since
                        """,
                        row ->
                                new Backlog(
                                        row.longValue("waiting"),
                                        Optional.ofNullable(row.instantOrNull("due_since"))),
                        now)
                .orElseThrow();
    }

    /**
     * Moves messages. The lease runs on the database's clock, not on ours: it is about whether a
     * process is alive, and goes on when a test clock stands still.
     */
    void move(Tx tx, List<Move> moves, Duration lease) {
        tx.update(
                """
                UPDATE message
                SET inbox_state = m.inbox, outreach_state = m.outreach, outreach_reason = m.reason,
                    outreach_channel = m.channel, due_at = m.due_at,
                    attempts = attempts + CASE m.outreach WHEN 'sending' THEN 1 ELSE 0 END,
                    lease_until = CASE m.outreach
                                  WHEN 'sending' THEN clock_timestamp() + ? * interval '1 second'
                                  END
                FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[],
                            ?::timestamptz[])
                     AS m(id, inbox, outreach, reason, channel, due_at)
                WHERE message.id = m.id
                """,
                lease.toSeconds(),
                moves.stream().map(Move::messageId).toArray(UUID[]::new),
                moves.stream().map(Move::inbox).toArray(String[]::new),
                moves.stream().map(Move::outreach).toArray(String[]::new),
                moves.stream()
                        .map(m -> m.reason().map(Reason::text).orElse(null))
                        .toArray(String[]::new),
                moves.stream()
                        .map(m -> m.channel().map(Channel::text).orElse(null))
                        .toArray(String[]::new),
                moves.stream().map(Move::dueAt).toArray(Instant[]::new));
    }

    private static Waiting waiting(Row row) throws SQLException {
        var candidate =
                new Candidate(
                        row.uuid("id"),
                        row.text("member_id"),
                        Template.named(row.text("template")).orElseThrow(),
                        row.text("occasion"),
                        row.instant("occurred_at"),
                        row.instant("valid_until"),
                        row.json("facts", FACTS));
        var inbox = row.text("inbox_state");
        return new Waiting(
                candidate,
                new Cause(row.textOrNull("correlation_id"), row.textOrNull("causation_id")),
                inbox.equals(Move.WAITING),
                inbox.equals(Move.SENT),
                row.intValue("attempts"));
    }
}
