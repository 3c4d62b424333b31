-- Rewards that members took. The points stand in the journal under the same redemption.
CREATE TABLE redemption (
    id           uuid        PRIMARY KEY,
    member_id    text        NOT NULL,
    currency     text        NOT NULL,
    reward_id    text        NOT NULL REFERENCES reward (id),
    points       bigint      NOT NULL CHECK (points > 0),
    posting_id   uuid        NOT NULL UNIQUE,
    from_stock   boolean     NOT NULL,
    status       text        NOT NULL CHECK (status IN ('FULFILLED', 'CANCELLED')),
    redeemed_at  timestamptz NOT NULL,
    cancelled_at timestamptz
);

CREATE INDEX redemption_of_member ON redemption (member_id, redeemed_at, id);

GRANT SELECT, INSERT, UPDATE ON redemption TO ${app};
