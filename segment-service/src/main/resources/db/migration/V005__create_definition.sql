-- The segment definitions that were ever in force, newest epoch last. A member whose epoch is
-- older has not been evaluated against them yet.
CREATE TABLE definition (
    epoch      bigint      PRIMARY KEY,
    segments   jsonb       NOT NULL,
    adopted_at timestamptz NOT NULL
);

GRANT SELECT, INSERT ON definition TO ${app};
