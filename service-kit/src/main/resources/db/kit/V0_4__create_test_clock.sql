-- Where the test clock stands, so that a killed service wakes up at the same virtual time.
CREATE TABLE test_clock (
    only_row boolean     PRIMARY KEY DEFAULT TRUE CHECK (only_row),
    now      timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE ON test_clock TO ${app};
