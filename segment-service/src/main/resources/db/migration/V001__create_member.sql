-- One row per member: the profile (empty until the member is enrolled), the totals, and when time
-- alone can next move the member. Every change of a member locks this row first.
CREATE TABLE member (
    id                text PRIMARY KEY,
    seen_at           timestamptz NOT NULL,

    joined_at         timestamptz,
    zone              text,
    zones             jsonb       NOT NULL DEFAULT '[]',
    locale            text,
    country           text,
    birthday          text,
    interests         jsonb       NOT NULL DEFAULT '[]',
    favourite_store   text,
    newsletter_topics jsonb       NOT NULL DEFAULT '[]',

    purchases         bigint      NOT NULL DEFAULT 0 CHECK (purchases >= 0),
    net_spend         bigint      NOT NULL DEFAULT 0 CHECK (net_spend >= 0),
    first_purchase_at timestamptz,
    last_purchase_at  timestamptz,
    first_activity_at timestamptz,
    last_activity_at  timestamptz,
    points_balance    bigint      NOT NULL DEFAULT 0,

    epoch             bigint      NOT NULL,
    due_at            timestamptz,

    CHECK ((joined_at IS NULL) = (zone IS NULL) AND (zone IS NULL) = (locale IS NULL))
) WITH (fillfactor = 80);

CREATE INDEX member_due ON member (due_at) WHERE due_at IS NOT NULL;
CREATE INDEX member_epoch ON member (epoch, id);

GRANT SELECT, INSERT, UPDATE ON member TO ${app};
