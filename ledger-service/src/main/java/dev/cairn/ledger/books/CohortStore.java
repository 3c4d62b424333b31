package dev.cairn.ledger.books;

import dev.cairn.kit.db.Tx;
import dev.cairn.ledger.books.Cohort.Flow;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Follows points from the month in which they were earned. */
@ApplicationScoped
class CohortStore {
    private record Earned(YearMonth month, long points) {}

    private record Left(YearMonth month, int age, Flow flow, long moved) {}

    /** All cohorts of a currency, oldest first. */
    List<Cohort> cohorts(Tx tx, String currency, ZoneId zone) {
        var flows = new TreeMap<YearMonth, SortedMap<Integer, Flow>>();
        var moved = new TreeMap<YearMonth, Long>();
        for (var left : left(tx, currency, zone)) {
            flows.computeIfAbsent(left.month(), month -> new TreeMap<>())
                    .merge(left.age(), left.flow(), Flow::plus);
            moved.merge(left.month(), left.moved(), Long::sum);
        }
        return earned(tx, currency, zone).stream()
                .map(
                        in ->
                                new Cohort(
                                        in.month(),
                                        in.points() - moved.getOrDefault(in.month(), 0L),
                                        flows.getOrDefault(in.month(), new TreeMap<>())))
                .toList();
    }

    private static List<Earned> earned(Tx tx, String currency, ZoneId zone) {
        return tx.query(
                """
                SELECT to_char(earned_at AT TIME ZONE ?, 'YYYY-MM') AS month,
                       sum(earned)::bigint AS earned
                FROM lot
                WHERE currency = ?
                GROUP BY month
                ORDER BY month
                """,
                row -> new Earned(YearMonth.parse(row.text("month")), row.longValue("earned")),
                zone.getId(),
                currency);
    }

    private static List<Left> left(Tx tx, String currency, ZoneId zone) {
        return tx.query(
                """
                SELECT to_char(earned, 'YYYY-MM') AS month,
                       greatest(0, (extract(year FROM used) - extract(year FROM earned)) * 12
                                   + extract(month FROM used) - extract(month FROM earned))::int
                           AS age,
                       coalesce(sum(amount) FILTER (WHERE kind = 'REDEEMED'), 0)::bigint
                           AS redeemed,
                       coalesce(sum(amount) FILTER (WHERE kind = 'EXPIRED'), 0)::bigint AS expired,
                       coalesce(sum(amount) FILTER (WHERE kind IN ('REVERSED', 'ARREARS',
                                                                   'ADJUSTED')), 0)::bigint
                           AS taken,
                       coalesce(sum(amount) FILTER (WHERE kind = 'TRANSFERRED'), 0)::bigint
                           AS moved
                FROM (SELECT l.earned_at AT TIME ZONE z.zone AS earned,
                             p.occurred_at AT TIME ZONE z.zone AS used, u.kind, u.amount
                      FROM (SELECT ?::text AS zone) AS z, lot AS l
                      JOIN lot_use AS u ON u.lot_id = l.id
                      JOIN posting AS p ON p.id = u.posting_id
                      WHERE l.currency = ? AND u.kind NOT IN ('HELD', 'RECEIVED')) AS m
                GROUP BY 1, 2
                """,
                row ->
                        new Left(
                                YearMonth.parse(row.text("month")),
                                row.intValue("age"),
                                new Flow(
                                        row.longValue("redeemed"),
                                        row.longValue("expired"),
                                        row.longValue("taken")),
                                row.longValue("moved")),
                zone.getId(),
                currency);
    }
}
