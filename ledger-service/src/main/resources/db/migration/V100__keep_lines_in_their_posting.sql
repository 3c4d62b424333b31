-- A posting is written once and never changes, and neither do its lines: so it carries them itself.
-- One row instead of five, and the database itself refuses a posting that does not sum to zero or
-- moves something else than it says. Whoever reads lines reads the views entry and lot_use.
ALTER TABLE posting
    ADD COLUMN pots        text[],
    ADD COLUMN amounts     bigint[],
    ADD COLUMN lots        uuid[],
    ADD COLUMN lot_kinds   text[],
    ADD COLUMN lot_amounts bigint[];

UPDATE posting AS p
SET pots = e.pots, amounts = e.amounts
FROM (SELECT posting_id, array_agg(pot ORDER BY pot) AS pots, array_agg(amount ORDER BY pot) AS amounts
      FROM entry
      GROUP BY posting_id) AS e
WHERE e.posting_id = p.id;

UPDATE posting AS p
SET lots = u.lots, lot_kinds = u.kinds, lot_amounts = u.amounts
FROM (SELECT posting_id, array_agg(lot_id ORDER BY lot_id, kind) AS lots,
             array_agg(kind ORDER BY lot_id, kind) AS kinds,
             array_agg(amount ORDER BY lot_id, kind) AS amounts
      FROM lot_use
      GROUP BY posting_id) AS u
WHERE u.posting_id = p.id;

DROP TABLE entry, lot_use;

-- A posting has at most one line for each pot that a member or the programme has; no kind of posting
-- touches more than six of them. Written out because a check that calls a function is slow.
ALTER TABLE posting
    ALTER COLUMN pots SET NOT NULL,
    ALTER COLUMN amounts SET NOT NULL,
    ADD CONSTRAINT posting_has_lines
        CHECK (cardinality(amounts) BETWEEN 2 AND 6 AND cardinality(pots) = cardinality(amounts)
               AND 0 <> ALL (amounts)),
    ADD CONSTRAINT posting_sums_to_zero
        CHECK (amounts[1] + amounts[2] + coalesce(amounts[3], 0) + coalesce(amounts[4], 0)
               + coalesce(amounts[5], 0) + coalesce(amounts[6], 0) = 0),
    ADD CONSTRAINT posting_moves_what_it_says
        CHECK (greatest(amounts[1], 0) + greatest(amounts[2], 0) + greatest(amounts[3], 0)
               + greatest(amounts[4], 0) + greatest(amounts[5], 0) + greatest(amounts[6], 0)
               = points),
    ADD CONSTRAINT posting_uses_are_whole
        CHECK (coalesce(cardinality(lots), 0) = coalesce(cardinality(lot_kinds), 0)
               AND coalesce(cardinality(lots), 0) = coalesce(cardinality(lot_amounts), 0)),
    -- Ten thousand ids of lots are hashes: compressing them only takes time.
    ALTER COLUMN lots SET STORAGE EXTERNAL;

CREATE VIEW entry AS
SELECT p.id AS posting_id, e.pot,
       CASE WHEN e.pot IN ('ACTIVE', 'PENDING', 'HELD', 'ARREARS') THEN p.member_id END AS member_id,
       p.currency, e.amount
FROM posting AS p
CROSS JOIN LATERAL unnest(p.pots, p.amounts) AS e (pot, amount);

CREATE VIEW lot_use AS
SELECT p.id AS posting_id, u.lot_id, u.kind, u.amount
FROM posting AS p
CROSS JOIN LATERAL unnest(p.lots, p.lot_kinds, p.lot_amounts) AS u (lot_id, kind, amount);

GRANT SELECT ON entry, lot_use TO ${app};
