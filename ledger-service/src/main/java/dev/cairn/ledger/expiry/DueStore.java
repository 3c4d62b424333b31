package dev.cairn.ledger.expiry;

import dev.cairn.contracts.PointsEvent.PointsExpiring;
import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.account.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds lots by what time has in store for them. */
@ApplicationScoped
class DueStore {

    /** Accounts with something due, the longest overdue first. */
    List<AccountId> accounts(Tx tx, Instant now, int limit) {
        return tx.query(
                """
                SELECT member_id, currency
                FROM balance
                WHERE next_due <= ?
                ORDER BY next_due, member_id, currency
                LIMIT ?
                """,
                row -> new AccountId(row.text("member_id"), row.text("currency")),
                now,
                limit);
    }

    /** When the oldest unspent points ran out that are still there. */
    Optional<Instant> oldestExpiry(Tx tx, Instant now) {
        return tx.first(
                """
                SELECT expires_at
                FROM balance AS b
                JOIN lot AS l USING (member_id, currency)
                WHERE next_due <= ? AND listed AND remaining > l.held AND expires_at <= ?
                ORDER BY expires_at
                LIMIT 1
                """,
                row -> row.instant("expires_at"),
                now,
                now);
    }

    /**
     * Remembers which members are warned of which day, and returns the warnings that are new.
     *
     * @param until the last day that is near enough, as an instant of it
     * @param zones in which days begin, by currency
     * @param elsewhere in which they do in all other currencies
     */
    List<PointsExpiring> warn(
            Tx tx,
            Instant now,
            Instant until,
            Map<String, ZoneId> zones,
            ZoneId elsewhere,
            int limit) {
        var currencies = List.copyOf(zones.keySet());
        return tx.query(
                """
                WITH near AS (
                    SELECT member_id, currency, last_day,
                           sum(remaining)::bigint AS points, min(expires_at) AS expires_at
                    FROM (SELECT member_id, currency, remaining - l.held AS remaining, expires_at,
                                 ((expires_at - interval '1 microsecond')
                                     AT TIME ZONE coalesce(zone, ?))::date AS last_day,
                                 (?::timestamptz AT TIME ZONE coalesce(zone, ?))::date AS last_near
                          FROM balance AS b
                          JOIN lot AS l USING (member_id, currency)
                          LEFT JOIN unnest(?::text[], ?::text[]) AS z(currency, zone)
                               USING (currency)
                          WHERE next_due <= ?::timestamptz + interval '2 days'
                            AND listed AND remaining > l.held AND NOT l.pending
                            AND expires_at > ? AND expires_at <= ?::timestamptz + interval '2 days')
                         AS l
                    WHERE last_day <= last_near
                      AND NOT EXISTS (SELECT FROM expiry_warning AS w
                                      WHERE w.member_id = l.member_id
                                        AND w.currency = l.currency
                                        AND w.last_day = l.last_day)
                    GROUP BY member_id, currency, last_day
                    ORDER BY last_day, member_id, currency
                    LIMIT ?),
                told AS (
                    INSERT INTO expiry_warning (member_id, currency, last_day, points, warned_at)
                    SELECT member_id, currency, last_day, points, ?
                    FROM near
                    ON CONFLICT DO NOTHING
                    RETURNING member_id, currency, last_day)
                SELECT member_id, currency, points, expires_at
                FROM near
                JOIN told USING (member_id, currency, last_day)
                ORDER BY last_day, member_id, currency
                """,
                row ->
                        new PointsExpiring(
                                row.text("member_id"),
                                row.text("currency"),
                                row.longValue("points"),
                                row.instant("expires_at"),
                                now),
                elsewhere.getId(),
                until,
                elsewhere.getId(),
                currencies.toArray(String[]::new),
                currencies.stream().map(id -> zones.get(id).getId()).toArray(String[]::new),
                until,
                now,
                until,
                limit,
                now);
    }
}
