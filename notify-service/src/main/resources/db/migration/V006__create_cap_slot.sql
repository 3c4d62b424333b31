-- Slots of the frequency cap, taken before a message is handed over and given back only if the
-- channel refuses it for good.
CREATE TABLE cap_slot (
    message_id uuid        PRIMARY KEY,
    member_id  text        NOT NULL,
    marketing  boolean     NOT NULL,
    taken_at   timestamptz NOT NULL
);

CREATE INDEX cap_slot_of_member ON cap_slot (member_id, taken_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON cap_slot TO ${app};
