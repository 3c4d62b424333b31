-- Points given or taken by hand. The note is free text and may speak of people: it stands here
-- only, never in the journal, and goes when the member is erased.
CREATE TABLE adjustment (
    id         uuid        PRIMARY KEY,
    member_id  text        NOT NULL,
    currency   text        NOT NULL,
    points     bigint      NOT NULL CHECK (points <> 0),
    reason     text        NOT NULL,
    note       text,
    allow_debt boolean     NOT NULL,
    expires_at timestamptz,
    status     text        NOT NULL CHECK (status IN ('WAITING', 'DONE', 'REJECTED')),
    asked_by   text        NOT NULL,
    asked_at   timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    CHECK ((status = 'WAITING') = (decided_at IS NULL)),
    CHECK (decided_by <> asked_by)
);

CREATE INDEX adjustment_list ON adjustment (status, asked_at, id);
CREATE INDEX adjustment_of_member ON adjustment (member_id);

GRANT SELECT, INSERT, UPDATE (status, note, decided_by, decided_at) ON adjustment TO ${app};
