-- The answer that a command got, for ever: the same key never has a second effect.
CREATE TABLE idempotency (
    caller     text        NOT NULL,
    key        text        NOT NULL,
    request    bytea       NOT NULL,
    status     integer     NOT NULL,
    body       jsonb       NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);

GRANT SELECT, INSERT, UPDATE ON idempotency TO ${app};
