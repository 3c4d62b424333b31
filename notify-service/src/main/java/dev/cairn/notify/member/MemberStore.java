package dev.cairn.notify.member;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Keeps members. */
@ApplicationScoped
public class MemberStore {

    /** Makes sure that there is a row to lock for each of these members. */
    public void mention(Tx tx, Collection<String> ids) {
        tx.update(
                """
                INSERT INTO member (id)
                SELECT DISTINCT id FROM unnest(?::text[]) AS m(id) ORDER BY id
                ON CONFLICT DO NOTHING
                """,
                (Object) ids.toArray(String[]::new));
    }

    /** Locks one member until the end of the transaction. */
    public void lock(Tx tx, String id) {
        mention(tx, List.of(id));
        lock(tx, List.of(id));
    }

    /** Locks members until the end of the transaction, in the order of their ids. */
    public List<Member> lock(Tx tx, Collection<String> ids) {
        return tx.query(
                """
                SELECT id, zone, locale, erased_at FROM member
                WHERE id = ANY (?::text[]) ORDER BY id FOR UPDATE
                """,
                MemberStore::member,
                (Object) ids.toArray(String[]::new));
    }

    /** Notes a member's profile as it is now. */
    public void save(Tx tx, Member member) {
        tx.update(
                """
                INSERT INTO member (id, zone, locale) VALUES (?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET zone = excluded.zone, locale = excluded.locale
                """,
                member.id(),
                member.zone().map(ZoneId::getId).orElse(null),
                member.locale().orElse(null));
    }

    /** Forgets what is known about a member, and that nothing is ever to be said again. */
    public void erase(Tx tx, String id, Instant at) {
        mention(tx, List.of(id));
        tx.update(
                "UPDATE member SET zone = NULL, locale = NULL, erased_at = ? WHERE id = ?", at, id);
    }

    private static Member member(Row row) throws SQLException {
        return new Member(
                row.text("id"),
                Optional.ofNullable(row.textOrNull("zone")).map(ZoneId::of),
                Optional.ofNullable(row.textOrNull("locale")),
                row.instantOrNull("erased_at") != null);
    }
}
