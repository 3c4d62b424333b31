-- Points that were earned together and run out together: one lot per award.
CREATE TABLE lot (
    id          uuid        PRIMARY KEY,
    member_id   text        NOT NULL,
    currency    text        NOT NULL,
    award_id    text        NOT NULL,
    earned      bigint      NOT NULL,
    remaining   bigint      NOT NULL,
    expired     bigint      NOT NULL DEFAULT 0,
    pending     boolean     NOT NULL,
    active_from timestamptz,
    expires_at  timestamptz,
    earned_at   timestamptz NOT NULL,
    priority    integer     NOT NULL DEFAULT 0,
    CHECK (remaining BETWEEN 0 AND earned),
    CHECK (expired BETWEEN 0 AND earned - remaining),
    CHECK (NOT pending OR active_from IS NOT NULL)
) WITH (fillfactor = 80);

-- What a member can spend, and what falls due: open lots only, however long the history grows.
CREATE INDEX lot_open ON lot (member_id, currency) WHERE remaining > 0;
CREATE INDEX lot_expiry ON lot (expires_at) WHERE remaining > 0;
CREATE INDEX lot_activation ON lot (active_from) WHERE pending;

GRANT SELECT, INSERT, UPDATE ON lot TO ${app};
