-- What is settled with partners: each capture and refund once, with the money that it is worth.
-- The application may add and read, nothing else.
CREATE TABLE partner_line (
    id           uuid        PRIMARY KEY,
    place        bigint      NOT NULL GENERATED ALWAYS AS IDENTITY,
    partner_id   text        NOT NULL REFERENCES partner (id),
    hold_id      uuid        NOT NULL REFERENCES hold (id),
    reference    text        NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('CAPTURE', 'REFUND')),
    points       bigint      NOT NULL CHECK (points > 0),
    amount_minor bigint      NOT NULL CHECK (amount_minor >= 0),
    day          date        NOT NULL,
    at           timestamptz NOT NULL
);

CREATE INDEX partner_line_day ON partner_line (partner_id, day);
CREATE INDEX partner_line_hold ON partner_line (hold_id);

CREATE TABLE settlement (
    partner_id      text        NOT NULL REFERENCES partner (id),
    number          bigint      NOT NULL CHECK (number > 0),
    first_day       date        NOT NULL,
    end_day         date        NOT NULL CHECK (end_day > first_day),
    captures        bigint      NOT NULL,
    captured_points bigint      NOT NULL,
    captured_minor  bigint      NOT NULL,
    refunds         bigint      NOT NULL,
    refunded_points bigint      NOT NULL,
    refunded_minor  bigint      NOT NULL,
    closed_at       timestamptz NOT NULL,
    PRIMARY KEY (partner_id, number)
);

-- Which settlement a line is in; the key lets it be in one only.
CREATE TABLE settlement_line (
    line_id    uuid   PRIMARY KEY REFERENCES partner_line (id),
    partner_id text   NOT NULL,
    number     bigint NOT NULL
);

CREATE INDEX settlement_lines ON settlement_line (partner_id, number);

GRANT SELECT, INSERT ON partner_line, settlement, settlement_line TO ${app};
