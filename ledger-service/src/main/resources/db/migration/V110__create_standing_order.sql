-- From how many points on members may have a reward by standing order, and how often a day; null for
-- rewards of which there are none.
ALTER TABLE reward ADD COLUMN auto_redeem jsonb;

-- Redemptions that a standing order made.
ALTER TABLE redemption ADD COLUMN automatic boolean NOT NULL DEFAULT FALSE;
CREATE INDEX redemption_automatic ON redemption (member_id, redeemed_at) WHERE automatic;

-- What members want to have redeemed by itself, one thing each. `undone` is how many points of what
-- was redeemed by itself had come back when the member last said so. The account is looked at again
-- when it has another version than `looked_version`, or from `look_again_at` on.
CREATE TABLE standing_order (
    member_id      text        PRIMARY KEY,
    currency       text        NOT NULL,
    reward_id      text        NOT NULL REFERENCES reward (id),
    reserve        bigint      NOT NULL CHECK (reserve >= 0),
    since          timestamptz NOT NULL,
    undone         bigint      NOT NULL CHECK (undone >= 0),
    looked_version bigint,
    look_again_at  timestamptz,
    blocked        jsonb
);

GRANT SELECT, INSERT, UPDATE, DELETE ON standing_order TO ${app};
