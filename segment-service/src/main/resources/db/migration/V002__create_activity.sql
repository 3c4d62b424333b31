-- Every activity once, by the identity its source gave it. A return may lie here before its
-- purchase, and a void before what it voids: such a row has no kind until the activity arrives.
-- net is what a purchase is worth after returns, in minor units; 0 for everything else.
CREATE TABLE activity (
    source      text    NOT NULL,
    activity_id text    NOT NULL,
    member      text    NOT NULL,
    kind        text,
    occurred_at timestamptz,
    day         date,
    of_id       text,
    currency    text,
    lines       jsonb   NOT NULL DEFAULT '[]',
    net         bigint  NOT NULL DEFAULT 0 CHECK (net >= 0),
    voided      boolean NOT NULL DEFAULT FALSE,
    PRIMARY KEY (source, activity_id),
    CHECK ((kind IS NULL) = (occurred_at IS NULL) AND (kind IS NOT NULL OR voided))
);

-- returns of an order
CREATE INDEX activity_of ON activity (source, of_id) WHERE of_id IS NOT NULL;
-- first and last purchase, first and last activity of a member, after something was taken back
CREATE INDEX activity_counted ON activity (member, occurred_at) WHERE net > 0;
CREATE INDEX activity_done ON activity (member, occurred_at)
    WHERE kind <> 'return' AND NOT voided;

GRANT SELECT, INSERT, UPDATE ON activity TO ${app};
