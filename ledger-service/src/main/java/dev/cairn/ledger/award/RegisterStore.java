package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.page.Cursor;
import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.account.BusinessKey;
import dev.cairn.ledger.account.LotName;
import dev.cairn.ledger.calendar.Era;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Registers of awards; whoever changes one holds the lock of its account. */
@ApplicationScoped
class RegisterStore {

    /** Names an award. */
    record AwardKey(String memberId, String awardId) {}

    /** A place in a list of awards, newest first. */
    record Place(Instant occurredAt, String awardId, String memberId) {
        /** Before all others. */
        static final Place FIRST = new Place(Era.END, "", "");

        static Place of(List<String> parts) {
            var micros = Cursor.number(parts.getFirst());
            var at = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
            if (!Era.contains(at)) {
                throw Cursor.forged();
            }
            return new Place(at, parts.get(1), parts.getLast());
        }

        String cursor() {
            var micros = ChronoUnit.MICROS.between(Instant.EPOCH, occurredAt);
            return Cursor.encode(Long.toString(micros), awardId, memberId);
        }
    }

    /** An award and what is known of it. */
    record Found(AwardKey key, Register register) {
        /** Its own lot, which may not be there. */
        LotName lot() {
            return new LotName(
                    new AccountId(key.memberId(), register.currency()),
                    BusinessKey.lot(key.memberId(), key.awardId()).id());
        }
    }

    Map<AwardKey, Register> find(Tx tx, Collection<AwardKey> keys) {
        var found =
                tx.query(
                        """
                        SELECT member_id, award_id, currency, revision, points, category,
                               occurred_at, active_from, expires_at, awaits, paid, ceiling, cap,
                               cancelled
                        FROM award_register
                        WHERE (member_id, award_id) IN (SELECT * FROM unnest(?::text[], ?::text[]))
                        """,
                        RegisterStore::found,
                        keys.stream().map(AwardKey::memberId).toArray(String[]::new),
                        keys.stream().map(AwardKey::awardId).toArray(String[]::new));
        var registers = new HashMap<AwardKey, Register>();
        found.forEach(award -> registers.put(award.key(), award.register()));
        return registers;
    }

    /** Registers of these members after a place, newest first. */
    List<Found> page(Tx tx, Collection<String> members, Place after, int limit) {
        return tx.query(
                """
                SELECT member_id, award_id, currency, revision, points, category,
                       occurred_at, active_from, expires_at, awaits, paid, ceiling, cap,
                       cancelled
                FROM award_register
                WHERE member_id = ANY (?)
                  AND (occurred_at < ?
                       OR (occurred_at = ? AND (award_id, member_id) > (?, ?)))
                ORDER BY occurred_at DESC, award_id, member_id
                LIMIT ?
                """,
                RegisterStore::found,
                members.toArray(String[]::new),
                after.occurredAt(),
                after.occurredAt(),
                after.awardId(),
                after.memberId(),
                limit);
    }

    void save(Tx tx, Map<AwardKey, Register> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var keys = List.copyOf(changed.keySet());
        var registers = keys.stream().map(changed::get).toList();
        tx.later(
                """
                INSERT INTO award_register (member_id, award_id, currency, revision, points,
                                            category, occurred_at, active_from, expires_at, awaits,
                                            paid, ceiling, cap, cancelled)
                SELECT unnest(?::text[]), unnest(?::text[]), unnest(?::text[]), unnest(?::bigint[]),
                       unnest(?::bigint[]), unnest(?::text[]), unnest(?::timestamptz[]),
                       unnest(?::timestamptz[]), unnest(?::timestamptz[]), unnest(?::text[]),
                       unnest(?::bigint[]), unnest(?::bigint[]), unnest(?::text[]),
                       unnest(?::boolean[])
                ON CONFLICT (member_id, award_id) DO UPDATE
                SET revision = excluded.revision, points = excluded.points,
                    category = excluded.category, occurred_at = excluded.occurred_at,
                    active_from = excluded.active_from, expires_at = excluded.expires_at,
                    awaits = excluded.awaits, paid = excluded.paid,
                    ceiling = excluded.ceiling, cap = excluded.cap,
                    cancelled = excluded.cancelled
                """,
                keys.stream().map(AwardKey::memberId).toArray(String[]::new),
                keys.stream().map(AwardKey::awardId).toArray(String[]::new),
                registers.stream().map(Register::currency).toArray(String[]::new),
                registers.stream().map(Register::revision).toArray(Long[]::new),
                registers.stream().map(Register::points).toArray(Long[]::new),
                registers.stream().map(r -> r.category().name()).toArray(String[]::new),
                registers.stream().map(Register::occurredAt).toArray(Instant[]::new),
                registers.stream().map(Register::activeFrom).toArray(Instant[]::new),
                registers.stream().map(Register::expiresAt).toArray(Instant[]::new),
                registers.stream().map(Register::awaits).toArray(String[]::new),
                registers.stream().map(Register::paid).toArray(Long[]::new),
                registers.stream().map(Register::ceiling).toArray(Long[]::new),
                registers.stream().map(Register::cap).toArray(String[]::new),
                registers.stream().map(Register::cancelled).toArray(Boolean[]::new));
    }

    private static Found found(Row row) throws SQLException {
        return new Found(
                new AwardKey(row.text("member_id"), row.text("award_id")),
                new Register(
                        row.text("award_id"),
                        row.text("currency"),
                        row.longValue("revision"),
                        row.longValue("points"),
                        AwardCategory.valueOf(row.text("category")),
                        row.instant("occurred_at"),
                        row.instantOrNull("active_from"),
                        row.instantOrNull("expires_at"),
                        row.textOrNull("awaits"),
                        row.longValue("paid"),
                        row.longOrNull("ceiling"),
                        row.textOrNull("cap"),
                        row.bool("cancelled")));
    }
}
