package dev.cairn.ledger.proof;

import java.util.List;

/** About points that came or went otherwise. */
final class MovingChecks {
    static final List<Check> ALL =
            List.of(
                    new Check(
                            "transfers-have-both-sides",
                            """
                            SELECT coalesce(t.id, p.reference_id)::text AS at
                            FROM transfer AS t
                            FULL JOIN (SELECT p.reference_id, count(*) AS n, sum(e.amount) AS net,
                                              min(p.points) AS least, max(p.points) AS most,
                                              min(p.currency) AS currency,
                                              max(p.member_id) FILTER (WHERE p.kind = 'TRANSFERRED_OUT') AS giver,
                                              max(p.member_id) FILTER (WHERE p.kind = 'TRANSFERRED_IN') AS receiver
                                       FROM posting AS p
                                       JOIN entry AS e ON e.posting_id = p.id AND e.pot = 'TRANSFERRED'
                                       GROUP BY p.reference_id) AS p ON p.reference_id = t.id
                            WHERE (2, 0, t.points, t.points, t.currency, t.from_member, t.to_member)
                                  IS DISTINCT FROM
                                  (p.n, p.net, p.least, p.most, p.currency, p.giver, p.receiver)
                            """),
                    new Check(
                            "transfers-name-their-lots",
                            """
                            SELECT p.id::text AS at
                            FROM posting AS p
                            LEFT JOIN (SELECT posting_id, sum(abs(amount)) AS used
                                       FROM lot_use
                                       WHERE kind IN ('TRANSFERRED', 'RECEIVED')
                                       GROUP BY posting_id) AS u ON u.posting_id = p.id
                            LEFT JOIN entry AS e ON e.posting_id = p.id AND e.pot = 'ARREARS'
                            WHERE p.kind IN ('TRANSFERRED_OUT', 'TRANSFERRED_IN')
                              AND p.points NOT IN (coalesce(u.used, 0),
                                                   coalesce(u.used, 0) + abs(coalesce(e.amount, 0)))
                            """),
                    new Check(
                            "conversions-follow-their-rate",
                            """
                            SELECT coalesce(c.id, p.reference_id)::text AS at
                            FROM conversion AS c
                            FULL JOIN (SELECT reference_id, count(*) AS n,
                                              max(points) FILTER (WHERE kind = 'CONVERTED_OUT') AS taken,
                                              max(points) FILTER (WHERE kind = 'CONVERTED_IN') AS given,
                                              max(currency) FILTER (WHERE kind = 'CONVERTED_OUT') AS source,
                                              max(currency) FILTER (WHERE kind = 'CONVERTED_IN') AS target
                                       FROM posting
                                       WHERE kind IN ('CONVERTED_OUT', 'CONVERTED_IN')
                                       GROUP BY reference_id) AS p ON p.reference_id = c.id
                            WHERE (2, c.taken, c.given, c.from_currency, c.to_currency)
                                  IS DISTINCT FROM (p.n, p.taken, p.given, p.source, p.target)
                               OR c.given <> div(c.taken::numeric * c.numerator, c.denominator)
                            """),
                    new Check(
                            "adjustments-equal-postings",
                            """
                            SELECT coalesce(a.id, p.reference_id)::text AS at
                            FROM (SELECT * FROM adjustment WHERE status = 'DONE') AS a
                            FULL JOIN (SELECT reference_id, member_id, currency,
                                              sum(CASE kind WHEN 'ADJUSTED_UP' THEN points ELSE -points END)
                                                  AS points
                                       FROM posting
                                       WHERE kind IN ('ADJUSTED_UP', 'ADJUSTED_DOWN')
                                       GROUP BY reference_id, member_id, currency) AS p ON p.reference_id = a.id
                            WHERE (a.member_id, a.currency, a.points)
                                  IS DISTINCT FROM (p.member_id, p.currency, p.points)
                            """),
                    new Check(
                            "reinstatements-equal-postings",
                            """
                            SELECT coalesce(r.id, p.reference_id)::text AS at
                            FROM (SELECT * FROM reinstatement WHERE status = 'DONE') AS r
                            FULL JOIN (SELECT reference_id, member_id, currency, points
                                       FROM posting
                                       WHERE kind = 'REINSTATED') AS p ON p.reference_id = r.id
                            WHERE (r.member_id, r.currency, r.points)
                                  IS DISTINCT FROM (p.member_id, p.currency, p.points)
                            """),
                    new Check(
                            "imports-equal-postings",
                            """
                            SELECT coalesce(i.posting_id, p.id)::text AS at
                            FROM import_row AS i
                            FULL JOIN (SELECT id, points FROM posting WHERE kind = 'IMPORTED') AS p
                                 ON p.id = i.posting_id
                            WHERE i.points IS DISTINCT FROM p.points
                            """));

    private MovingChecks() {}
}
