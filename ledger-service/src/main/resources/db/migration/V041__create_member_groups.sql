-- Tiers and segments as they were heard of; the newest news by event time wins. Who left a segment
-- keeps the row, so that older news cannot bring the member back.
CREATE TABLE member_tier (
    member_id text        PRIMARY KEY,
    tier      text,
    as_of     timestamptz NOT NULL
);

CREATE TABLE member_segment (
    member_id text        NOT NULL,
    segment   text        NOT NULL,
    inside    boolean     NOT NULL,
    as_of     timestamptz NOT NULL,
    PRIMARY KEY (member_id, segment)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON member_tier, member_segment TO ${app};
