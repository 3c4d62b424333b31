package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.kit.db.Row;
import dev.cairn.kit.db.Tx;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Registers of awards; whoever changes one holds the lock of its account. */
@ApplicationScoped
class RegisterStore {

    /** Names an award. */
    record AwardKey(String memberId, String awardId) {}

    private record Found(AwardKey key, Register register) {}

    Map<AwardKey, Register> find(Tx tx, Collection<AwardKey> keys) {
        var found =
                tx.query(
                        """
                        SELECT member_id, award_id, currency, revision, points, category,
                               occurred_at, active_from, expires_at, paid, ceiling, cancelled
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

    void save(Tx tx, Map<AwardKey, Register> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var keys = List.copyOf(changed.keySet());
        var registers = keys.stream().map(changed::get).toList();
        tx.update(
                """
                INSERT INTO award_register (member_id, award_id, currency, revision, points,
                                            category, occurred_at, active_from, expires_at, paid,
                                            ceiling, cancelled)
                SELECT *
                FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::text[],
                            ?::timestamptz[], ?::timestamptz[], ?::timestamptz[], ?::bigint[],
                            ?::bigint[], ?::boolean[])
                ON CONFLICT (member_id, award_id) DO UPDATE
                SET revision = excluded.revision, points = excluded.points,
                    category = excluded.category, occurred_at = excluded.occurred_at,
                    active_from = excluded.active_from, expires_at = excluded.expires_at,
                    paid = excluded.paid, ceiling = excluded.ceiling,
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
                registers.stream().map(Register::paid).toArray(Long[]::new),
                registers.stream().map(Register::ceiling).toArray(Long[]::new),
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
                        row.longValue("paid"),
                        row.longOrNull("ceiling"),
                        row.bool("cancelled")));
    }
}
