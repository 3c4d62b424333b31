-- Prices that were promised for a while, each for one purchase.
CREATE TABLE quote (
    id             uuid        PRIMARY KEY,
    member_id      text        NOT NULL,
    currency       text        NOT NULL,
    reward_id      text        NOT NULL REFERENCES reward (id),
    points         bigint      NOT NULL CHECK (points > 0),
    money_minor    bigint      CHECK (money_minor > 0),
    money_currency text,
    rate_version   text,
    made_at        timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL,
    redemption_id  uuid        UNIQUE,
    CHECK ((money_minor IS NULL) = (money_currency IS NULL)),
    CHECK ((money_minor IS NULL) = (rate_version IS NULL))
);

CREATE INDEX quote_unused ON quote (expires_at) WHERE redemption_id IS NULL;

GRANT SELECT, INSERT, UPDATE, DELETE ON quote TO ${app};
