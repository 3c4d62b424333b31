package dev.cairn.ledger.proof;

import java.util.List;

/** About balances, lots and awards. */
final class AccountChecks {
    static final List<Check> ALL =
            List.of(
                    new Check(
                            "balances-equal-entries",
                            """
                            SELECT coalesce(b.member_id, e.member_id) AS at
                            FROM balance AS b
                            FULL JOIN (SELECT member_id, currency,
                                              coalesce(sum(amount) FILTER (WHERE pot = 'ACTIVE'), 0) AS active,
                                              coalesce(sum(amount) FILTER (WHERE pot = 'PENDING'), 0) AS pending,
                                              coalesce(sum(amount) FILTER (WHERE pot = 'HELD'), 0) AS held,
                                              coalesce(-sum(amount) FILTER (WHERE pot = 'ARREARS'), 0) AS arrears
                                       FROM entry
                                       WHERE member_id IS NOT NULL
                                       GROUP BY member_id, currency) AS e
                                 ON e.member_id = b.member_id AND e.currency = b.currency
                            WHERE (coalesce(b.active, 0), coalesce(b.pending, 0), coalesce(b.held, 0),
                                   coalesce(b.arrears, 0))
                                  IS DISTINCT FROM
                                  (coalesce(e.active, 0), coalesce(e.pending, 0), coalesce(e.held, 0),
                                   coalesce(e.arrears, 0))
                            """),
                    new Check(
                            "counters-equal-postings",
                            """
                            SELECT b.member_id AS at
                            FROM balance AS b
                            LEFT JOIN (SELECT p.member_id, p.currency,
                                              sum(-e.amount) FILTER (WHERE pot = 'ISSUED' AND category = 'BASE')
                                                  AS earned_base,
                                              sum(-e.amount) FILTER (WHERE pot = 'ISSUED' AND category <> 'BASE')
                                                  AS earned_bonus,
                                              sum(e.amount) FILTER (WHERE pot = 'REVERSED' AND category = 'BASE')
                                                  AS clawed_base,
                                              sum(e.amount) FILTER (WHERE pot = 'REVERSED' AND category <> 'BASE')
                                                  AS clawed_bonus,
                                              sum(e.amount) FILTER (WHERE pot = 'REDEEMED') AS spent,
                                              sum(e.amount) FILTER (WHERE pot = 'EXPIRED') AS expired,
                                              sum(-e.amount) FILTER (WHERE pot = 'ADJUSTED') AS adjusted,
                                              sum(-e.amount) FILTER (WHERE pot = 'TRANSFERRED') AS transferred,
                                              sum(-e.amount) FILTER (WHERE pot = 'CONVERTED') AS converted,
                                              sum(-e.amount) FILTER (WHERE pot = 'WRITTEN_OFF') AS written_off
                                       FROM posting AS p
                                       JOIN entry AS e ON e.posting_id = p.id AND e.member_id IS NULL
                                       GROUP BY p.member_id, p.currency) AS j
                                 ON j.member_id = b.member_id AND j.currency = b.currency
                            WHERE (b.earned_base, b.earned_bonus, b.clawed_base, b.clawed_bonus, b.spent,
                                   b.expired, b.adjusted, b.transferred, b.converted, b.written_off)
                                  IS DISTINCT FROM
                                  (coalesce(j.earned_base, 0), coalesce(j.earned_bonus, 0),
                                   coalesce(j.clawed_base, 0), coalesce(j.clawed_bonus, 0),
                                   coalesce(j.spent, 0), coalesce(j.expired, 0), coalesce(j.adjusted, 0),
                                   coalesce(j.transferred, 0), coalesce(j.converted, 0),
                                   coalesce(j.written_off, 0))
                            """),
                    new Check(
                            "states-sum-to-lifetime-earned",
                            """
                            SELECT member_id AS at
                            FROM balance
                            WHERE earned_base + earned_bonus + adjusted + transferred + converted + written_off
                                  <> active + pending + held + spent + expired + clawed_base + clawed_bonus - arrears
                            """),
                    new Check(
                            "nothing-is-negative",
                            """
                            SELECT member_id AS at
                            FROM balance
                            WHERE least(active, pending, held, arrears, spent, expired) < 0
                               OR (active > 0 AND arrears > 0)
                            UNION ALL
                            SELECT id::text
                            FROM lot
                            WHERE least(earned, remaining, expired, earned - remaining) < 0
                            """),
                    new Check(
                            "lots-equal-balances",
                            """
                            SELECT coalesce(b.member_id, l.member_id) AS at
                            FROM balance AS b
                            FULL JOIN (SELECT member_id, currency,
                                              coalesce(sum(remaining) FILTER (WHERE NOT pending), 0) AS active,
                                              coalesce(sum(remaining) FILTER (WHERE pending), 0) AS pending,
                                              sum(held) AS held, sum(expired) AS expired
                                       FROM lot
                                       GROUP BY member_id, currency) AS l
                                 ON l.member_id = b.member_id AND l.currency = b.currency
                            WHERE (coalesce(b.active + b.held, 0), coalesce(b.pending, 0), coalesce(b.held, 0),
                                   coalesce(b.expired, 0))
                                  IS DISTINCT FROM
                                  (coalesce(l.active, 0), coalesce(l.pending, 0), coalesce(l.held, 0),
                                   coalesce(l.expired, 0))
                            """),
                    new Check(
                            "nothing-falls-due-unnoticed",
                            """
                            SELECT member_id AS at
                            FROM lot AS l
                            JOIN balance AS b USING (member_id, currency)
                            WHERE l.remaining > l.held AND l.expires_at < coalesce(b.next_due, 'infinity')
                               OR l.remaining > 0 AND l.pending
                                  AND l.active_from < coalesce(b.next_due, 'infinity')
                            """),
                    new Check(
                            "lots-lost-what-was-used",
                            """
                            SELECT coalesce(l.id, u.lot_id)::text AS at
                            FROM lot AS l
                            FULL JOIN (SELECT lot_id,
                                              sum(amount) FILTER (WHERE kind NOT IN ('HELD', 'RECEIVED')) AS used,
                                              sum(amount) FILTER (WHERE kind = 'EXPIRED') AS expired,
                                              sum(amount) FILTER (WHERE kind = 'HELD') AS held,
                                              sum(-amount) FILTER (WHERE kind = 'RECEIVED') AS received
                                       FROM lot_use
                                       GROUP BY lot_id) AS u ON u.lot_id = l.id
                            WHERE (l.earned - l.remaining, l.expired, l.held,
                                   CASE l.source WHEN 'AWARD' THEN 0 ELSE l.earned END)
                                  IS DISTINCT FROM
                                  (coalesce(u.used, 0), coalesce(u.expired, 0), coalesce(u.held, 0),
                                   coalesce(u.received, 0))
                            """),
                    new Check(
                            "lots-earned-what-awards-paid",
                            """
                            SELECT coalesce(l.member_id, p.member_id) || ' ' || coalesce(l.award_id, p.award_id)
                                       AS at
                            FROM (SELECT * FROM lot WHERE source = 'AWARD') AS l
                            FULL JOIN (SELECT member_id, award_id, sum(points) AS earned
                                       FROM posting
                                       WHERE kind = 'EARNED'
                                       GROUP BY member_id, award_id) AS p
                                 ON p.member_id = l.member_id AND p.award_id = l.award_id
                            WHERE l.earned IS DISTINCT FROM p.earned
                            """),
                    new Check(
                            "awards-equal-postings",
                            """
                            SELECT coalesce(r.member_id, p.member_id) || ' ' || coalesce(r.award_id, p.award_id)
                                       AS at
                            FROM award_register AS r
                            FULL JOIN (SELECT member_id, award_id,
                                              sum(CASE kind WHEN 'EARNED' THEN points ELSE -points END) AS paid
                                       FROM posting
                                       WHERE kind IN ('EARNED', 'REVERSED')
                                       GROUP BY member_id, award_id) AS p
                                 ON p.member_id = r.member_id AND p.award_id = r.award_id
                            WHERE coalesce(r.paid, -1) <> coalesce(p.paid, 0)
                            """),
                    new Check(
                            "erased-members-have-nothing",
                            """
                            SELECT member_id AS at
                            FROM balance
                            JOIN member_standing AS s USING (member_id)
                            WHERE s.erased_at IS NOT NULL AND active + pending > 0
                            """));

    private AccountChecks() {}
}
