-- What members told about themselves: time zones and which profile fields are filled in.
CREATE TABLE member_event (
    member      text        NOT NULL,
    hash        bytea       NOT NULL,
    type        text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    body        json        NOT NULL,
    PRIMARY KEY (member, hash)
);

GRANT SELECT, INSERT ON member_event TO ${app};
