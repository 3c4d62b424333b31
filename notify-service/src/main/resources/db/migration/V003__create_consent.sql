-- Everything that members said about being written to. The last row of a member, purpose and channel
-- counts. Append-only: the application has no right to change what was said.
CREATE TABLE consent (
    seq         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    member_id   text        NOT NULL,
    purpose     text        NOT NULL CHECK (purpose IN ('loyalty', 'marketing')),
    channel     text        NOT NULL CHECK (channel IN ('email', 'sms', 'push', 'inbox')),
    granted     boolean     NOT NULL,
    origin      text        NOT NULL,
    recorded_by text        NOT NULL,
    recorded_at timestamptz NOT NULL
);

CREATE INDEX consent_current ON consent (member_id, purpose, channel, seq DESC);

GRANT SELECT, INSERT ON consent TO ${app};
