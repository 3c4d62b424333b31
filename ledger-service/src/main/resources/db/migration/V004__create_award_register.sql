-- The highest revision of each award, which is also what the journal has paid for it, net.
CREATE TABLE award_register (
    member_id   text        NOT NULL,
    award_id    text        NOT NULL,
    currency    text        NOT NULL,
    revision    bigint      NOT NULL CHECK (revision > 0),
    points      bigint      NOT NULL CHECK (points >= 0),
    category    text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    active_from timestamptz,
    expires_at  timestamptz,
    PRIMARY KEY (member_id, award_id)
) WITH (fillfactor = 80);

GRANT SELECT, INSERT, UPDATE ON award_register TO ${app};
