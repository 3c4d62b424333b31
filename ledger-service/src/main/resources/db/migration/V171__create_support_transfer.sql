-- Transfers that support asked for and that are larger than one person may make: they wait for a second
-- one. What comes of them stands in transfer, as all others do.
CREATE TABLE support_transfer (
    id          uuid        PRIMARY KEY,
    from_member text        NOT NULL,
    to_member   text        NOT NULL,
    currency    text        NOT NULL,
    points      bigint      NOT NULL CHECK (points > 0),
    reason      text        NOT NULL,
    status      text        NOT NULL CHECK (status IN ('WAITING', 'DONE', 'REJECTED')),
    asked_by    text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    decided_by  text,
    decided_at  timestamptz,
    CHECK (from_member <> to_member),
    CHECK ((status = 'WAITING') = (decided_at IS NULL)),
    CHECK (decided_by <> asked_by)
);

CREATE INDEX support_transfer_list ON support_transfer (status, asked_at, id);

GRANT SELECT, INSERT, UPDATE (status, decided_by, decided_at) ON support_transfer TO ${app};
