-- Brands that accept points. Rates are dated and can only be added: a quote keeps its own.
CREATE TABLE partner (
    id             text        PRIMARY KEY,
    name           text        NOT NULL,
    client         text        NOT NULL UNIQUE,
    currency       text        NOT NULL,
    money_currency text        NOT NULL,
    active         boolean     NOT NULL,
    monthly_budget bigint      CHECK (monthly_budget > 0),
    created_at     timestamptz NOT NULL
);

CREATE TABLE partner_rate (
    partner_id text        NOT NULL REFERENCES partner (id),
    version    text        NOT NULL,
    since      timestamptz NOT NULL,
    minor      bigint      NOT NULL CHECK (minor > 0),
    points     bigint      NOT NULL CHECK (points > 0),
    PRIMARY KEY (partner_id, version)
);

-- What members show to prove that they are there: a hash, good once, one for each member at most.
CREATE TABLE member_code (
    member_id  text        PRIMARY KEY,
    hash       bytea       NOT NULL UNIQUE,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);

-- Prices in points; a quote leads to one hold.
CREATE TABLE partner_quote (
    id             uuid        PRIMARY KEY,
    partner_id     text        NOT NULL REFERENCES partner (id),
    member_id      text        NOT NULL,
    currency       text        NOT NULL,
    points         bigint      NOT NULL CHECK (points > 0),
    amount_minor   bigint      NOT NULL CHECK (amount_minor > 0),
    money_currency text        NOT NULL,
    rate           text        NOT NULL,
    quoted_at      timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL,
    hold_id        uuid        UNIQUE REFERENCES hold (id)
);

CREATE INDEX partner_quote_recent ON partner_quote (partner_id, quoted_at);

GRANT SELECT, INSERT, UPDATE ON partner TO ${app};
GRANT SELECT, INSERT ON partner_rate TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON member_code TO ${app};
GRANT SELECT, INSERT, UPDATE (hold_id) ON partner_quote TO ${app};
