-- Points of one currency that became points of another, and the rate at which they did.
CREATE TABLE conversion (
    id            uuid        PRIMARY KEY,
    member_id     text        NOT NULL,
    from_currency text        NOT NULL,
    to_currency   text        NOT NULL,
    taken         bigint      NOT NULL CHECK (taken > 0),
    given         bigint      NOT NULL CHECK (given > 0),
    rate_version  text        NOT NULL,
    numerator     bigint      NOT NULL CHECK (numerator > 0),
    denominator   bigint      NOT NULL CHECK (denominator > 0),
    converted_at  timestamptz NOT NULL,
    CHECK (from_currency <> to_currency)
);

GRANT SELECT, INSERT ON conversion TO ${app};
