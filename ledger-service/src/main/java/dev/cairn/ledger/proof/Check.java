package dev.cairn.ledger.proof;

/** Things that must be true; each looks for cases that speak against it, with a name for each. */
enum Check {
    POSTINGS_SUM_TO_ZERO(
            """
            SELECT posting_id::text AS at
            FROM entry
            GROUP BY posting_id, currency
            HAVING sum(amount) <> 0
            """),
    POSTINGS_MOVE_WHAT_THEY_SAY(
            """
            SELECT p.id::text AS at
            FROM posting AS p
            LEFT JOIN (SELECT posting_id, sum(amount) AS moved
                       FROM entry
                       WHERE amount > 0
                       GROUP BY posting_id) AS e ON e.posting_id = p.id
            WHERE e.moved IS DISTINCT FROM p.points
            """),
    NO_LINE_WITHOUT_POSTING(
            """
            SELECT posting_id::text AS at
            FROM (SELECT posting_id FROM entry UNION SELECT posting_id FROM lot_use) AS l
            WHERE NOT EXISTS (SELECT FROM posting AS p WHERE p.id = l.posting_id)
            """),
    BALANCES_EQUAL_ENTRIES(
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
    COUNTERS_EQUAL_POSTINGS(
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
    STATES_SUM_TO_LIFETIME_EARNED(
            """
            SELECT member_id AS at
            FROM balance
            WHERE earned_base + earned_bonus + adjusted + transferred + converted + written_off
                  <> active + pending + held + spent + expired + clawed_base + clawed_bonus - arrears
            """),
    NOTHING_IS_NEGATIVE(
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
    HISTORIES_HAVE_NO_GAP(
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
    BALANCES_AFTER_FORM_A_CHAIN(
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
    LOTS_EQUAL_BALANCES(
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
    LOTS_LOST_WHAT_WAS_USED(
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
    LOTS_EARNED_WHAT_AWARDS_PAID(
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
    AWARDS_EQUAL_POSTINGS(
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
    SPENDING_NAMES_ITS_LOTS(
            """
            SELECT p.id::text AS at
            FROM posting AS p
            LEFT JOIN (SELECT posting_id, sum(amount) AS used
                       FROM lot_use
                       WHERE kind NOT IN ('ARREARS', 'HELD')
                       GROUP BY posting_id) AS u ON u.posting_id = p.id
            WHERE p.kind IN ('REDEEMED', 'EXPIRED', 'REDEMPTION_CANCELLED', 'HOLD_CAPTURED',
                             'CONVERTED_OUT', 'CONVERTED_IN', 'IMPORTED', 'ADJUSTED_UP')
              AND abs(coalesce(u.used, 0)) <> p.points
            """),
    REDEMPTIONS_EQUAL_POSTINGS(
            """
            SELECT coalesce(r.id, p.redemption_id)::text AS at
            FROM redemption AS r
            FULL JOIN (SELECT redemption_id,
                              count(*) FILTER (WHERE kind = 'REDEEMED') AS paid,
                              sum(points) FILTER (WHERE kind = 'REDEEMED') AS points,
                              sum(points) FILTER (WHERE kind = 'REDEMPTION_CANCELLED') AS refunded
                       FROM posting
                       WHERE redemption_id IS NOT NULL
                       GROUP BY redemption_id) AS p ON p.redemption_id = r.id
            WHERE (1, r.points, r.refunded, r.status = 'CANCELLED')
                  IS DISTINCT FROM
                  (p.paid, p.points, coalesce(p.refunded, 0), r.refunded = r.points)
            """),
    REFUNDS_EQUAL_POSTINGS(
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
    CODES_EQUAL_REDEMPTIONS(
            """
            SELECT c.redemption_id::text AS at
            FROM reward_code AS c
            LEFT JOIN redemption AS r ON r.id = c.redemption_id
            WHERE c.redemption_id IS NOT NULL
              AND (r.id IS NULL OR r.reward_id <> c.reward_id
                   OR (c.voided_at IS NOT NULL) <> (r.status = 'CANCELLED'))
            """),
    HOLDS_EQUAL_BALANCES(
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
    HOLDS_EQUAL_POSTINGS(
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
    PARTNER_LINES_EQUAL_HOLDS(
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
    SETTLEMENTS_EQUAL_LINES(
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
    NO_REWARD_WAS_OVERSOLD(
            """
            SELECT w.id AS at
            FROM reward AS w
            LEFT JOIN (SELECT reward_id, count(*) AS n
                       FROM redemption
                       WHERE from_stock AND status <> 'CANCELLED'
                       GROUP BY reward_id) AS r ON r.reward_id = w.id
            WHERE w.taken <> coalesce(r.n, 0) OR w.stock < 0
            """),
    TRANSFERS_HAVE_BOTH_SIDES(
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
    TRANSFERS_NAME_THEIR_LOTS(
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
    CONVERSIONS_FOLLOW_THEIR_RATE(
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
            """);

    private final String counterexamples;

    Check(String counterexamples) {
        this.counterexamples = counterexamples;
    }

    /** Finds cases that speak against it. */
    String counterexamples() {
        return counterexamples;
    }

    /** The name that callers see. */
    String label() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
