-- What each award is worth now, and how often that changed.
CREATE TABLE award_register (
    member       text        NOT NULL,
    award_id     text        NOT NULL,
    rule         text        NOT NULL,
    category     text        NOT NULL,
    points       bigint      NOT NULL CHECK (points >= 0),
    first_points bigint      NOT NULL CHECK (first_points >= 0),
    revision     bigint      NOT NULL CHECK (revision >= 1),
    occurred_at  timestamptz NOT NULL,
    expires_at   timestamptz,
    activity_id  text,
    reason       text        NOT NULL,
    PRIMARY KEY (member, award_id)
) WITH (fillfactor = 80);

GRANT SELECT, INSERT, UPDATE ON award_register TO ${app};
