-- Points that went from one member to another. The journal has both sides under the same id.
CREATE TABLE transfer (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL,
    from_member text        NOT NULL,
    to_member   text        NOT NULL,
    currency    text        NOT NULL,
    points      bigint      NOT NULL CHECK (points > 0),
    reason      text,
    made_by     text,
    made_at     timestamptz NOT NULL,
    CHECK (from_member <> to_member)
);

-- What a household still has from a member is found by both.
CREATE INDEX transfer_between ON transfer (to_member, from_member);

GRANT SELECT, INSERT ON transfer TO ${app};
