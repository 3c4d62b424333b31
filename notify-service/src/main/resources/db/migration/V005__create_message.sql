-- One row per message, for ever: its id follows from what it is about. The outcome is computed from
-- the two legs by the database, so that the two can never disagree.
CREATE TABLE message (
    id               uuid        PRIMARY KEY,
    member_id        text        NOT NULL,
    template         text        NOT NULL,
    occasion         text        NOT NULL,
    occurred_at      timestamptz NOT NULL,
    valid_until      timestamptz NOT NULL,
    facts            jsonb       NOT NULL,
    correlation_id   text,
    causation_id     text,
    inbox_state      text        NOT NULL DEFAULT 'waiting'
                     CHECK (inbox_state IN ('waiting', 'sent', 'skipped')),
    outreach_state   text        NOT NULL DEFAULT 'waiting'
                     CHECK (outreach_state IN ('waiting', 'sending', 'sent', 'skipped', 'failed')),
    outreach_reason  text        DEFAULT 'queued',
    outreach_channel text,
    attempts         integer     NOT NULL DEFAULT 0,
    due_at           timestamptz NOT NULL,
    lease_until      timestamptz,
    outcome          text        NOT NULL GENERATED ALWAYS AS (
                         CASE WHEN outreach_state IN ('waiting', 'sending') THEN 'deferred'
                              WHEN 'sent' IN (inbox_state, outreach_state) THEN 'sent'
                              ELSE outreach_state
                         END) STORED,
    CHECK ((outreach_state = 'sending') = (lease_until IS NOT NULL)),
    CHECK ((outreach_state = 'sent') = (outreach_reason IS NULL)),
    CHECK (inbox_state <> 'waiting' OR outreach_state = 'waiting')
) WITH (fillfactor = 85);

CREATE INDEX message_due ON message (due_at, id) WHERE outreach_state = 'waiting';
CREATE INDEX message_sending ON message (lease_until) WHERE outreach_state = 'sending';
CREATE INDEX message_of_member ON message (member_id, template);

GRANT SELECT, INSERT, UPDATE ON message TO ${app};
