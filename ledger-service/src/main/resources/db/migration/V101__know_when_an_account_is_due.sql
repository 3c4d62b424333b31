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

-- A lot that is used in part stays where it is in every index, so its page takes the new version and
-- no index does. Only when it is used up, or filled again, do they change.
ALTER TABLE lot ADD COLUMN open boolean GENERATED ALWAYS AS (remaining > 0) STORED;
DROP INDEX lot_open;
CREATE INDEX lot_open ON lot (member_id, currency, expires_at) WHERE open;

-- A lot is found with its account, and lies beside the others of it: very many of them are few pages.
ALTER TABLE lot DROP CONSTRAINT lot_pkey, ADD PRIMARY KEY (member_id, currency, id);
