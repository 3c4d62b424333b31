-- A lot is found with its account, and lies beside the others of it: very many of them are few pages.
ALTER TABLE lot DROP CONSTRAINT lot_pkey, ADD PRIMARY KEY (member_id, currency, id);

-- All lots that hold points are listed. A lot that is used in part stays where it is in every index,
-- so its page takes the new version and no index does; that is what the room in the pages is for.
-- Only when it leaves the list, or comes back, do the indexes change.
ALTER TABLE lot SET (fillfactor = 45);
ALTER TABLE lot ADD COLUMN listed boolean NOT NULL DEFAULT true;
UPDATE lot SET listed = false WHERE remaining = 0;
DROP INDEX lot_open;
CREATE INDEX lot_listed ON lot (member_id, currency, expires_at) WHERE listed;

-- Who empties thousands of lots at once leaves them on the list, and the account here: taking them off
-- costs three times as much as all the rest, and nobody has to wait for it.
CREATE TABLE emptied_account (
    member_id text NOT NULL,
    currency  text NOT NULL,
    PRIMARY KEY (member_id, currency)
);

GRANT SELECT, INSERT, DELETE ON emptied_account TO ${app};
