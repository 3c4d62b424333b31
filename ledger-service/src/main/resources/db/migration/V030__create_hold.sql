-- Points that somebody reserved. The points themselves stand in the journal under the same id, and
-- the lots that they come from know how much of them is reserved.
CREATE TABLE hold (
    id           uuid        PRIMARY KEY,
    member_id    text        NOT NULL,
    currency     text        NOT NULL,
    points       bigint      NOT NULL CHECK (points > 0),
    captured     bigint      NOT NULL CHECK (captured >= 0),
    released     bigint      NOT NULL CHECK (released >= 0),
    refunded     bigint      NOT NULL CHECK (refunded BETWEEN 0 AND captured),
    status       text        NOT NULL CHECK (status IN ('HELD', 'CAPTURED', 'VOIDED', 'LAPSED')),
    placed_by    text        NOT NULL,
    placed_at    timestamptz NOT NULL,
    lapses_at    timestamptz NOT NULL,
    latest_until timestamptz NOT NULL CHECK (latest_until >= lapses_at),
    settled_at   timestamptz,
    reference    text        NOT NULL,
    title        text,
    CHECK ((status = 'HELD') = (captured + released < points)),
    CHECK (captured + released <= points),
    CHECK ((status = 'HELD') = (settled_at IS NULL))
) WITH (fillfactor = 80);

CREATE INDEX hold_of_member ON hold (member_id, placed_at, id);
CREATE INDEX hold_due ON hold (lapses_at) WHERE status = 'HELD';

GRANT SELECT, INSERT, UPDATE ON hold TO ${app};
