-- One row per member: the lock that every evaluation takes first, and what the last one found.
-- The row is rewritten on each evaluation, so pages keep room for that.
CREATE TABLE member_state (
    member            text        PRIMARY KEY,
    seq               bigint      NOT NULL DEFAULT 0,
    programme_version integer,
    tier              text,
    tier_since        timestamptz,
    snapshot          json,
    due_at            timestamptz
) WITH (fillfactor = 70);

CREATE INDEX member_state_due ON member_state (due_at) WHERE due_at IS NOT NULL;

GRANT SELECT, INSERT, UPDATE ON member_state TO ${app};
