-- What falls due is found for each account by itself, in the order of its days: an account with
-- very many open lots costs a batch no more than any other. The index serves spending as well.
DROP INDEX lot_open;
CREATE INDEX lot_open ON lot (member_id, currency, expires_at) WHERE remaining > 0;
CREATE INDEX lot_waiting ON lot (member_id, currency, active_from) WHERE pending;
