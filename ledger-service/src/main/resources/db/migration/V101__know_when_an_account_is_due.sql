-- Nothing of an account falls due before next_due; what does is sure only after looking. So most
-- transactions need not look for what is due, and no lot needs a place in an index of days: the days
-- of an account change seldom, those of its lots with every award. Null when time does nothing here.
ALTER TABLE balance ADD COLUMN next_due timestamptz;

UPDATE balance AS b
SET next_due = d.due
FROM (SELECT member_id, currency,
             least(min(expires_at) FILTER (WHERE remaining > held),
                   min(active_from) FILTER (WHERE pending)) AS due
      FROM lot
      WHERE remaining > 0
      GROUP BY member_id, currency) AS d
WHERE d.member_id = b.member_id AND d.currency = b.currency;

CREATE INDEX balance_due ON balance (next_due) WHERE next_due IS NOT NULL;
DROP INDEX lot_expiry, lot_activation;
