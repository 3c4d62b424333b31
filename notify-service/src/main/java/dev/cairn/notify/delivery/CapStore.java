package dev.cairn.notify.delivery;

import dev.cairn.kit.db.Tx;
import dev.cairn.notify.decision.Reservation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Keeps the slots of the frequency cap; callers hold the lock on the member's row. */
@ApplicationScoped
public class CapStore {

    record Slot(UUID messageId, String memberId, Reservation reservation) {}

    List<Slot> since(Tx tx, Collection<String> memberIds, Instant start) {
        return tx.query(
                """
                SELECT message_id, member_id, marketing, taken_at FROM cap_slot
                WHERE member_id = ANY (?::text[]) AND taken_at > ?
                """,
                row ->
                        new Slot(
                                row.uuid("message_id"),
                                row.text("member_id"),
                                new Reservation(row.instant("taken_at"), row.bool("marketing"))),
                memberIds.toArray(String[]::new),
                start);
    }

    void take(Tx tx, Collection<Slot> slots) {
        tx.update(
                """
                INSERT INTO cap_slot (message_id, member_id, marketing, taken_at)
                SELECT * FROM unnest(?::uuid[], ?::text[], ?::boolean[], ?::timestamptz[])
                ON CONFLICT (message_id) DO UPDATE SET taken_at = excluded.taken_at
                """,
                slots.stream().map(Slot::messageId).toArray(UUID[]::new),
                slots.stream().map(Slot::memberId).toArray(String[]::new),
                slots.stream().map(s -> s.reservation().marketing()).toArray(Boolean[]::new),
                slots.stream().map(s -> s.reservation().at()).toArray(Instant[]::new));
    }

    /** Gives slots back, for messages that nobody received. */
    void release(Tx tx, Collection<UUID> messageIds) {
        if (!messageIds.isEmpty()) {
            tx.update(
                    "DELETE FROM cap_slot WHERE message_id = ANY (?::uuid[])",
                    (Object) messageIds.toArray(UUID[]::new));
        }
    }
}
