-- What members did, for ever. The key is the activity's own, so that a repeated report is
-- recognised years later; the hash tells whether it has the same content.
CREATE TABLE event_log (
    source      text        NOT NULL,
    activity_id text        NOT NULL,
    member      text        NOT NULL,
    type        text        NOT NULL,
    of_id       text,
    hash        bytea       NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    body        json        NOT NULL,
    PRIMARY KEY (source, activity_id)
);

CREATE INDEX event_log_member ON event_log (member);
CREATE INDEX event_log_of ON event_log (source, of_id) WHERE of_id IS NOT NULL;

GRANT SELECT, INSERT ON event_log TO ${app};
