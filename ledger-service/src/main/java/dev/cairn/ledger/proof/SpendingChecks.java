package dev.cairn.ledger.proof;

import java.util.List;

/** About what points were spent on and reserved for. */
final class SpendingChecks {
    static final List<Check> ALL =
            List.of(
                    new Check(
                            "redemptions-equal-postings",
                            """
                            SELECT coalesce(r.id, p.redemption_id)::text AS at
                            FROM redemption AS r
                            FULL JOIN (SELECT redemption_id,
                                              count(*) FILTER (WHERE kind IN ('REDEEMED', 'HOLD_CAPTURED')) AS paid,
                                              sum(points) FILTER (WHERE kind IN ('REDEEMED', 'HOLD_CAPTURED')) AS spent,
                                              sum(points) FILTER (WHERE kind = 'HELD') AS held,
                                              sum(points) FILTER (WHERE kind = 'HOLD_RELEASED') AS released,
                                              sum(points) FILTER (WHERE kind = 'REDEMPTION_CANCELLED') AS refunded
                                       FROM posting
                                       WHERE redemption_id IS NOT NULL
                                       GROUP BY redemption_id) AS p ON p.redemption_id = r.id
                            WHERE (CASE WHEN r.posting_id IS NULL THEN 0 ELSE 1 END, r.points, r.refunded,
                                   r.status = 'CANCELLED', r.status = 'RESERVED')
                                  IS DISTINCT FROM
                                  (p.paid, coalesce(p.held, p.spent), coalesce(p.refunded, 0),
                                   coalesce(p.refunded, 0) + coalesce(p.released, 0) = r.points,
                                   coalesce(p.held, 0) > coalesce(p.spent, 0) + coalesce(p.released, 0))
                               OR p.spent <> r.points
                            """),
                    new Check(
                            "refunds-equal-postings",
                            """
                            SELECT f.id::text AS at
                            FROM redemption_refund AS f
                            LEFT JOIN posting AS p
                                 ON p.id = f.id AND p.redemption_id = f.redemption_id
                                    AND p.kind = 'REDEMPTION_CANCELLED'
                            WHERE p.points IS DISTINCT FROM f.points
                            UNION ALL
                            SELECT r.id::text
                            FROM redemption AS r
                            JOIN (SELECT redemption_id, sum(points) AS points, sum(money_minor) AS minor
                                  FROM redemption_refund
                                  GROUP BY redemption_id) AS f ON f.redemption_id = r.id
                            WHERE f.points > r.refunded OR f.minor > r.money_minor
                            """),
                    new Check(
                            "codes-equal-redemptions",
                            """
                            SELECT c.redemption_id::text AS at
                            FROM reward_code AS c
                            LEFT JOIN redemption AS r ON r.id = c.redemption_id
                            WHERE c.redemption_id IS NOT NULL
                              AND (r.id IS NULL OR r.reward_id <> c.reward_id
                                   OR (c.voided_at IS NOT NULL) <> (r.status = 'CANCELLED')
                                   OR (c.handed_out_at IS NULL) <> (r.status = 'RESERVED'))
                            """),
                    new Check(
                            "holds-equal-balances",
                            """
                            SELECT coalesce(b.member_id, h.member_id) AS at
                            FROM balance AS b
                            FULL JOIN (SELECT member_id, currency, sum(points - captured - released) AS held
                                       FROM hold
                                       WHERE status = 'HELD'
                                       GROUP BY member_id, currency) AS h
                                 ON h.member_id = b.member_id AND h.currency = b.currency
                            WHERE coalesce(b.held, 0) <> coalesce(h.held, 0)
                            """),
                    new Check(
                            "holds-equal-postings",
                            """
                            SELECT coalesce(h.id, p.id)::text AS at
                            FROM hold AS h
                            FULL JOIN (SELECT q.reference_id AS id,
                                              count(*) FILTER (WHERE kind = 'HELD') AS placed,
                                              count(*) FILTER (WHERE kind = 'HOLD_RELEASED') AS ended,
                                              sum(points) FILTER (WHERE kind = 'HELD') AS points,
                                              sum(points) FILTER (WHERE kind = 'HOLD_CAPTURED') AS captured,
                                              sum(points) FILTER (WHERE kind = 'HOLD_RELEASED') AS released,
                                              sum(points) FILTER (WHERE kind = 'REDEMPTION_CANCELLED') AS refunded,
                                              sum(u.held) AS held, sum(u.redeemed) AS redeemed
                                       FROM posting AS q
                                       LEFT JOIN (SELECT posting_id,
                                                         sum(amount) FILTER (WHERE kind = 'HELD') AS held,
                                                         sum(amount) FILTER (WHERE kind = 'REDEEMED') AS redeemed
                                                  FROM lot_use
                                                  GROUP BY posting_id) AS u ON u.posting_id = q.id
                                       WHERE reference_id IN (SELECT id FROM hold)
                                          OR kind IN ('HELD', 'HOLD_CAPTURED', 'HOLD_RELEASED')
                                       GROUP BY reference_id) AS p ON p.id = h.id
                            WHERE (1, h.points, h.captured, h.released, h.refunded,
                                   h.points - h.captured - h.released, h.captured - h.refunded)
                                  IS DISTINCT FROM
                                  (p.placed, p.points, coalesce(p.captured, 0), coalesce(p.released, 0),
                                   coalesce(p.refunded, 0), coalesce(p.held, 0), coalesce(p.redeemed, 0))
                               OR p.ended > 1
                            """),
                    new Check(
                            "partner-lines-equal-holds",
                            """
                            SELECT coalesce(q.hold_id, l.hold_id)::text AS at
                            FROM (SELECT q.hold_id, q.points, q.amount_minor, h.captured, h.refunded
                                  FROM partner_quote AS q
                                  JOIN hold AS h ON h.id = q.hold_id) AS q
                            FULL JOIN (SELECT hold_id,
                                              sum(points) FILTER (WHERE kind = 'CAPTURE') AS captured,
                                              sum(points) FILTER (WHERE kind = 'REFUND') AS refunded,
                                              sum(CASE kind WHEN 'CAPTURE' THEN amount_minor
                                                            ELSE -amount_minor END) AS amount
                                       FROM partner_line
                                       GROUP BY hold_id) AS l ON l.hold_id = q.hold_id
                            WHERE (q.captured, q.refunded,
                                   div(q.amount_minor::numeric * (q.captured - q.refunded), q.points))
                                  IS DISTINCT FROM
                                  (coalesce(l.captured, 0), coalesce(l.refunded, 0), coalesce(l.amount, 0))
                            """),
                    new Check(
                            "settlements-equal-lines",
                            """
                            SELECT coalesce(s.partner_id, l.partner_id) || ' ' || coalesce(s.number, l.number)
                                       AS at
                            FROM settlement AS s
                            FULL JOIN (SELECT x.partner_id, x.number,
                                              count(*) FILTER (WHERE kind = 'CAPTURE') AS captures,
                                              sum(points) FILTER (WHERE kind = 'CAPTURE') AS captured_points,
                                              sum(amount_minor) FILTER (WHERE kind = 'CAPTURE')
                                                  AS captured_minor,
                                              count(*) FILTER (WHERE kind = 'REFUND') AS refunds,
                                              sum(points) FILTER (WHERE kind = 'REFUND') AS refunded_points,
                                              sum(amount_minor) FILTER (WHERE kind = 'REFUND') AS refunded_minor
                                       FROM settlement_line AS x
                                       JOIN partner_line AS l
                                            ON l.id = x.line_id AND l.partner_id = x.partner_id
                                       GROUP BY x.partner_id, x.number) AS l
                                 ON l.partner_id = s.partner_id AND l.number = s.number
                            WHERE (s.captures, s.captured_points, s.captured_minor, s.refunds,
                                   s.refunded_points, s.refunded_minor)
                                  IS DISTINCT FROM
                                  (coalesce(l.captures, 0), coalesce(l.captured_points, 0),
                                   coalesce(l.captured_minor, 0), coalesce(l.refunds, 0),
                                   coalesce(l.refunded_points, 0), coalesce(l.refunded_minor, 0))
                            """),
                    new Check(
                            "no-reward-was-oversold",
                            """
                            SELECT w.id AS at
                            FROM reward AS w
                            LEFT JOIN (SELECT reward_id, count(*) AS n
                                       FROM redemption
                                       WHERE from_stock
                                         AND (status <> 'CANCELLED'
                                              OR id IN (SELECT redemption_id FROM stock_return))
                                       GROUP BY reward_id) AS r ON r.reward_id = w.id
                            WHERE w.taken <> coalesce(r.n, 0) OR w.stock < 0
                            """));

    private SpendingChecks() {}
}
