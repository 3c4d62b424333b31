package dev.cairn.notify.consent;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.notify.channel.Channel;
import dev.cairn.notify.consent.Consents.Topic;
import dev.cairn.notify.purpose.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps everything that was ever said about consent. */
@ApplicationScoped
public class ConsentStore {
    private record Found(String memberId, Answer answer) {}

    /** Adds what a member says now; {@code by} is the caller who passed it on. */
    public void append(Tx tx, String memberId, Answer answer, String by) {
        tx.update(
                """
                INSERT INTO consent
                       (member_id, purpose, channel, granted, origin, recorded_by, recorded_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                memberId,
                answer.topic().purpose().text(),
                answer.topic().channel().text(),
                answer.granted(),
                answer.origin(),
                by,
                answer.at());
    }

    /** The member's last answer to each question, in a fixed order. */
    public List<Answer> current(Tx tx, String memberId) {
        return found(tx, List.of(memberId)).stream().map(Found::answer).toList();
    }

    /** The member's last answer about this topic. */
    public Optional<Answer> current(Tx tx, String memberId, Topic topic) {
        return current(tx, memberId).stream().filter(a -> a.topic().equals(topic)).findFirst();
    }

    /** What each of these members says now. */
    public Map<String, Consents> of(Tx tx, Collection<String> memberIds) {
        var answers = new HashMap<String, Map<Topic, Boolean>>();
        for (var found : found(tx, memberIds)) {
            answers.computeIfAbsent(found.memberId(), m -> new HashMap<>())
                    .put(found.answer().topic(), found.answer().granted());
        }
        var result = new HashMap<String, Consents>();
        answers.forEach((member, said) -> result.put(member, new Consents(said)));
        return result;
    }

    private static List<Found> found(Tx tx, Collection<String> memberIds) {
        return tx.query(
                """
                SELECT DISTINCT ON (member_id, purpose, channel)
                       member_id, purpose, channel, granted, origin, recorded_at
                FROM consent
                WHERE member_id = ANY (?::text[])
                ORDER BY member_id, purpose, channel, seq DESC
                """,
                ConsentStore::found,
                (Object) memberIds.toArray(String[]::new));
    }

    private static Found found(Row row) throws SQLException {
        var topic =
                new Topic(
                        Purpose.named(row.text("purpose")).orElseThrow(),
                        Channel.named(row.text("channel")).orElseThrow());
        return new Found(
                row.text("member_id"),
                new Answer(
                        topic,
                        row.bool("granted"),
                        row.text("origin"),
                        row.instant("recorded_at")));
    }
}
