-- A revision that changed nothing but a lot's days did not tell the account, which was then looked at
-- too late. Whatever falls due earlier than an account says is noted now.
UPDATE balance AS b
SET next_due = d.due
FROM (SELECT member_id, currency,
             least(min(expires_at) FILTER (WHERE remaining > held),
                   min(active_from) FILTER (WHERE pending)) AS due
      FROM lot
      WHERE listed AND remaining > 0
      GROUP BY member_id, currency) AS d
WHERE d.member_id = b.member_id AND d.currency = b.currency
  AND d.due < coalesce(b.next_due, 'infinity');
