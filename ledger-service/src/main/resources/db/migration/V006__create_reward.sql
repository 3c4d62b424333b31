-- What points buy. `stock` is what is left, null when there is no limit; `taken` counts
-- redemptions that came from a limited stock and were not cancelled.
CREATE TABLE reward (
    id     text    PRIMARY KEY,
    title  jsonb   NOT NULL,
    price  bigint  NOT NULL CHECK (price > 0),
    stock  bigint  CHECK (stock >= 0),
    taken  bigint  NOT NULL DEFAULT 0 CHECK (taken >= 0),
    active boolean NOT NULL
) WITH (fillfactor = 70);

GRANT SELECT, INSERT, UPDATE ON reward TO ${app};
