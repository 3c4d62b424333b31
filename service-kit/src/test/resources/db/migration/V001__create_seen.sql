-- What the sample consumer did, one row per effect.
CREATE TABLE seen (
    seq   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key   text NOT NULL,
    value bigint NOT NULL CHECK (value >= 0)
);

GRANT SELECT, INSERT ON seen TO ${app};
