-- Expired points that support gave back. The note is free text and therefore stands here and not in
-- the journal; it goes when the member is erased.
CREATE TABLE reinstatement (
    id         uuid        PRIMARY KEY,
    member_id  text        NOT NULL,
    currency   text        NOT NULL,
    award_id   text,
    points     bigint      NOT NULL CHECK (points > 0),
    reason     text        NOT NULL,
    note       text,
    expires_at timestamptz NOT NULL,
    decided_by text        NOT NULL,
    decided_at timestamptz NOT NULL
);

CREATE INDEX reinstatement_member ON reinstatement (member_id);

GRANT SELECT, INSERT, UPDATE (note) ON reinstatement TO ${app};

-- What an account has lost to time, to be found without reading its whole past.
CREATE INDEX lot_lost ON lot (member_id, currency) WHERE expired > 0;
