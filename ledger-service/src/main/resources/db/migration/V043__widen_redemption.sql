-- Goods are ordered, shipped and delivered; payments cover money and can be given back in part.
-- `refunded` counts points that went back; all of them means cancelled.
ALTER TABLE redemption
    ADD COLUMN refunded       bigint NOT NULL DEFAULT 0 CHECK (refunded BETWEEN 0 AND points),
    ADD COLUMN money_minor    bigint CHECK (money_minor > 0),
    ADD COLUMN money_currency text,
    ADD COLUMN rate_version   text,
    ADD CHECK ((money_minor IS NULL) = (money_currency IS NULL)),
    ADD CHECK ((money_minor IS NULL) = (rate_version IS NULL)),
    DROP CONSTRAINT redemption_status_check,
    ADD CONSTRAINT redemption_status_check
        CHECK (status IN ('ORDERED', 'SHIPPED', 'DELIVERED', 'FULFILLED', 'CANCELLED'));
UPDATE redemption SET refunded = points WHERE status = 'CANCELLED';

-- How often a member has had a reward.
CREATE INDEX redemption_of_reward ON redemption (member_id, reward_id, redeemed_at);

-- Who took a redemption further, by client: staff have no names here.
CREATE TABLE redemption_step (
    redemption_id uuid        NOT NULL REFERENCES redemption (id),
    status        text        NOT NULL,
    taken_at      timestamptz NOT NULL,
    taken_by      text        NOT NULL,
    PRIMARY KEY (redemption_id, status)
);

-- Points of a payment that went back; the posting has them under the same id.
CREATE TABLE redemption_refund (
    id            uuid        PRIMARY KEY,
    redemption_id uuid        NOT NULL REFERENCES redemption (id),
    points        bigint      NOT NULL CHECK (points > 0),
    money_minor   bigint      NOT NULL CHECK (money_minor >= 0),
    refunded_at   timestamptz NOT NULL,
    refunded_by   text        NOT NULL
);
CREATE INDEX redemption_refund_of ON redemption_refund (redemption_id);

GRANT SELECT, INSERT ON redemption_step, redemption_refund TO ${app};
