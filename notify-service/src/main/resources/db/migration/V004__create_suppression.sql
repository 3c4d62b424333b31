-- Addresses that are not written to, by keyed hash. No member id: a row outlives the member, and
-- covers whoever has the address. purpose is empty for grounds that are not limited to one.
CREATE TABLE suppression (
    address_hash bytea       NOT NULL,
    ground       text        NOT NULL CHECK (ground IN ('hard-bounce', 'complaint', 'unsubscribed')),
    purpose      text        NOT NULL CHECK (purpose IN ('', 'loyalty', 'marketing')),
    message_id   uuid,
    recorded_at  timestamptz NOT NULL,
    PRIMARY KEY (address_hash, ground, purpose)
);

GRANT SELECT, INSERT, DELETE ON suppression TO ${app};
