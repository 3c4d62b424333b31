-- Addresses, encrypted (AES-256-GCM); address_hash is a keyed hash for looking up suppressions.
CREATE TABLE contact_point (
    member_id    text        NOT NULL,
    channel      text        NOT NULL CHECK (channel IN ('email', 'sms', 'push')),
    key_id       text        NOT NULL,
    sealed       bytea       NOT NULL,
    address_hash bytea       NOT NULL,
    changed_at   timestamptz NOT NULL,
    PRIMARY KEY (member_id, channel)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON contact_point TO ${app};
