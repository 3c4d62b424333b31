-- Members that were told about points that run out on a day; once per day, for ever.
CREATE TABLE expiry_warning (
    member_id text        NOT NULL,
    currency  text        NOT NULL,
    last_day  date        NOT NULL,
    points    bigint      NOT NULL CHECK (points > 0),
    warned_at timestamptz NOT NULL,
    PRIMARY KEY (member_id, currency, last_day)
);

GRANT SELECT, INSERT ON expiry_warning TO ${app};
