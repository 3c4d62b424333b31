package dev.cairn.notify.inbox;

import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps inboxes. Every query names the member, so that a foreign item is simply not there. */
@ApplicationScoped
public class InboxStore {
    private final InboxBell bell;

    public InboxStore(InboxBell bell) {
        this.bell = bell;
    }

    /** Puts a message into an inbox; the caller holds the lock on the member's row. */
    public void add(
            Tx tx,
            String memberId,
            UUID id,
            String template,
            String title,
            String body,
            Instant now) {
        tx.update(
                """
                INSERT INTO inbox_item (id, member_id, template, title, body, arrived_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING
                """,
                id,
                memberId,
                template,
                title,
                body,
                now);
        tx.afterCommit(() -> bell.ring(memberId));
    }

    public void removeAll(Tx tx, String memberId) {
        tx.update("DELETE FROM inbox_item WHERE member_id = ?", memberId);
    }

    List<InboxItem> before(Tx tx, String memberId, long seq, int limit) {
        return tx.query(
                """
                SELECT seq, id, template, title, body, arrived_at, read_at FROM inbox_item
                WHERE member_id = ? AND seq < ?
                ORDER BY seq DESC LIMIT ?
                """,
                InboxStore::item,
                memberId,
                seq,
                limit);
    }

    List<InboxItem> after(Tx tx, String memberId, long seq, int limit) {
        return tx.query(
                """
                SELECT seq, id, template, title, body, arrived_at, read_at FROM inbox_item
                WHERE member_id = ? AND seq > ?
                ORDER BY seq LIMIT ?
                """,
                InboxStore::item,
                memberId,
                seq,
                limit);
    }

    long last(Tx tx, String memberId) {
        return tx.first(
                        """
                        SELECT coalesce(max(seq), 0) AS last FROM inbox_item WHERE member_id = ?
                        """,
                        row -> row.longValue("last"),
                        memberId)
                .orElseThrow();
    }

    /** The item after it was read; it keeps the instant at which it was read first. */
    Optional<InboxItem> markRead(Tx tx, String memberId, UUID id, Instant now) {
        return tx.first(
                """
                UPDATE inbox_item SET read_at = coalesce(read_at, ?)
                WHERE member_id = ? AND id = ?
                RETURNING seq, id, template, title, body, arrived_at, read_at
                """,
                InboxStore::item,
                now,
                memberId,
                id);
    }

    private static InboxItem item(Row row) throws SQLException {
        return new InboxItem(
                row.longValue("seq"),
                row.uuid("id"),
                row.text("template"),
                row.text("title"),
                row.text("body"),
                row.instant("arrived_at"),
                Optional.ofNullable(row.instantOrNull("read_at")));
    }
}
