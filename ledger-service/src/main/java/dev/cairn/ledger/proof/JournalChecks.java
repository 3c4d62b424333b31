package dev.cairn.ledger.proof;

import java.util.List;

/** About postings, their lines and their order. */
final class JournalChecks {
    static final List<Check> ALL =
            List.of(
                    new Check(
                            "postings-sum-to-zero",
                            """
                            SELECT posting_id::text AS at
                            FROM entry
                            GROUP BY posting_id, currency
                            HAVING sum(amount) <> 0
                            """),
                    new Check(
                            "postings-move-what-they-say",
                            """
                            SELECT p.id::text AS at
                            FROM posting AS p
                            LEFT JOIN (SELECT posting_id, sum(amount) AS moved
                                       FROM entry
                                       WHERE amount > 0
                                       GROUP BY posting_id) AS e ON e.posting_id = p.id
                            WHERE e.moved IS DISTINCT FROM p.points
                            """),
                    new Check(
                            "histories-have-no-gap",
                            """
                            SELECT coalesce(b.member_id, p.member_id) AS at
                            FROM balance AS b
                            FULL JOIN (SELECT member_id, currency, count(*) AS n, min(version) AS first,
                                              max(version) AS last
                                       FROM posting
                                       GROUP BY member_id, currency) AS p
                                 ON p.member_id = b.member_id AND p.currency = b.currency
                            WHERE coalesce(b.version, -1) <> coalesce(p.n, 0)
                               OR (p.n > 0 AND (p.first <> 1 OR p.last <> p.n))
                            """),
                    new Check(
                            "balances-after-form-a-chain",
                            """
                            SELECT id::text AS at
                            FROM (SELECT p.id, p.balance_after,
                                         sum(coalesce(e.change, 0))
                                             OVER (PARTITION BY p.member_id, p.currency ORDER BY p.version)
                                             AS running
                                  FROM posting AS p
                                  LEFT JOIN (SELECT posting_id, sum(amount) AS change
                                             FROM entry
                                             WHERE pot IN ('ACTIVE', 'ARREARS')
                                             GROUP BY posting_id) AS e ON e.posting_id = p.id) AS c
                            WHERE balance_after <> running
                            """),
                    new Check(
                            "spending-names-its-lots",
                            """
                            SELECT p.id::text AS at
                            FROM posting AS p
                            LEFT JOIN (SELECT posting_id, sum(amount) AS used
                                       FROM lot_use
                                       WHERE kind NOT IN ('ARREARS', 'HELD')
                                       GROUP BY posting_id) AS u ON u.posting_id = p.id
                            WHERE p.kind IN ('REDEEMED', 'EXPIRED', 'REDEMPTION_CANCELLED', 'HOLD_CAPTURED',
                                             'CONVERTED_OUT', 'CONVERTED_IN', 'IMPORTED', 'ADJUSTED_UP',
                                             'FORFEITED')
                              AND abs(coalesce(u.used, 0)) <> p.points
                            """),
                    new Check(
                            "no-posting-escapes-its-seal",
                            """
                            SELECT p.id::text AS at
                            FROM posting AS p
                            WHERE recorded_at < (SELECT max(day) - 1
                                                 FROM seal
                                                 WHERE made_at <= (SELECT max(made_at) FROM seal)
                                                                  - interval '1 hour')
                              AND NOT EXISTS (SELECT FROM seal_posting AS s WHERE s.posting_id = p.id)
                            """));

    private JournalChecks() {}
}
