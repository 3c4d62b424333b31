package dev.cairn.ledger.books;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.books.LiabilityReport.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Adds up what is in lots, by set operations of the database. */
@ApplicationScoped
class LiabilityStore {
    private static final String LOTS_NOW =
            """
            SELECT remaining, held, pending, earned_at, expires_at
            FROM lot, asked
            WHERE currency = asked.cur AND remaining > 0
            """;

    /**
     * Lots as the journal had them: what came in and what went, recorded until an instant. An
     * award's lot waited as far as the award's points lay in the pot PENDING; another lot until the
     * day on which it became active.
     */
    private static final String LOTS_THEN =
            """
            SELECT coalesce(g.earned, 0) - coalesce(u.used, 0) AS remaining,
                   coalesce(u.held, 0) AS held,
                   CASE l.source WHEN 'AWARD' THEN coalesce(g.waiting, 0) > 0
                                 ELSE l.pending OR coalesce(l.active_from > asked.at, false) END
                       AS pending,
                   l.earned_at, l.expires_at
            FROM asked
            JOIN lot AS l ON l.currency = asked.cur
            LEFT JOIN (SELECT p.member_id, p.award_id,
                              sum(p.points) FILTER (WHERE p.kind = 'EARNED') AS earned,
                              sum(e.amount) AS waiting
                       FROM asked
                       JOIN posting AS p ON p.currency = asked.cur AND p.recorded_at <= asked.at
                       LEFT JOIN entry AS e ON e.posting_id = p.id AND e.pot = 'PENDING'
                       WHERE p.award_id IS NOT NULL
                       GROUP BY p.member_id, p.award_id) AS g
                 ON l.source = 'AWARD' AND g.member_id = l.member_id AND g.award_id = l.award_id
            LEFT JOIN (SELECT u.lot_id,
                              sum(u.amount) FILTER (WHERE u.kind <> 'HELD') AS used,
                              sum(u.amount) FILTER (WHERE u.kind = 'HELD') AS held
                       FROM asked
                       JOIN posting AS p ON p.currency = asked.cur AND p.recorded_at <= asked.at
                       JOIN lot_use AS u ON u.posting_id = p.id
                       GROUP BY u.lot_id) AS u ON u.lot_id = l.id
            """;

    private static final String GROUPED =
            """
            WITH asked AS (SELECT ?::text AS cur, ?::timestamptz AS at, ?::text AS zone),
            lots AS (%s)
            SELECT grp, sum(CASE WHEN pending THEN 0 ELSE remaining - held END)::bigint AS active,
                   sum(CASE WHEN pending THEN remaining ELSE 0 END)::bigint AS pending,
                   sum(held)::bigint AS held, count(*) AS lots, min(earned_at) AS oldest
            FROM (SELECT remaining, held, pending, earned_at, %s AS grp
                  FROM (SELECT remaining, held, pending, earned_at, expires_at, zone,
                               (at AT TIME ZONE zone)::date
                                   - (earned_at AT TIME ZONE zone)::date AS days
                        FROM lots, asked
                        WHERE remaining > 0) AS l) AS g
            GROUP BY grp
            ORDER BY %s
            """;

    /** The books as they are. */
    List<Row> now(Tx tx, String currency, GroupBy by, Instant now, ZoneId zone) {
        return rows(tx, LOTS_NOW, currency, by, now, zone);
    }

    /** The books as they were recorded until this instant. */
    List<Row> then(Tx tx, String currency, GroupBy by, Instant at, ZoneId zone) {
        return rows(tx, LOTS_THEN, currency, by, at, zone);
    }

    private static List<Row> rows(
            Tx tx, String lots, String currency, GroupBy by, Instant at, ZoneId zone) {
        return tx.query(
                GROUPED.formatted(lots, group(by), order(by)),
                row ->
                        new Row(
                                row.text("grp"),
                                row.longValue("active"),
                                row.longValue("pending"),
                                row.longValue("held"),
                                row.longValue("lots"),
                                row.instant("oldest")),
                currency,
                at,
                zone.getId());
    }

    private static String group(GroupBy by) {
        return switch (by) {
            case AGE ->
                    """
                    CASE WHEN days <= 30 THEN '0-30' WHEN days <= 90 THEN '31-90'
                         WHEN days <= 180 THEN '91-180' WHEN days <= 365 THEN '181-365'
                         ELSE '366-' END""";
            case COHORT -> "to_char(earned_at AT TIME ZONE zone, 'YYYY-MM')";
            case EXPIRY ->
                    """
                    coalesce(to_char((expires_at - interval '1 microsecond') AT TIME ZONE zone,
                                     'YYYY-MM'), 'never')""";
        };
    }

    /** Youngest points first, or months in their order with what never expires last. */
    private static String order(GroupBy by) {
        return switch (by) {
            case AGE -> "max(earned_at) DESC";
            case COHORT, EXPIRY -> "grp COLLATE \"C\"";
        };
    }
}
