-- The journal: what happened, the pots that it moved points between, and the lots that it touched.
-- The application may add to it and read it, nothing else. The id of a posting is computed from
-- its business key, so the primary key refuses a second one. Lines carry no foreign key:
-- they are only ever written with their posting, in the same transaction, and the proof looks
-- for orphans.
CREATE TABLE posting (
    id            uuid        PRIMARY KEY,
    key           text        NOT NULL,
    member_id     text        NOT NULL,
    currency      text        NOT NULL,
    version       bigint      NOT NULL,
    kind          text        NOT NULL,
    points        bigint      NOT NULL CHECK (points > 0),
    balance_after bigint      NOT NULL,
    award_id      text,
    category      text,
    redemption_id uuid,
    reason        text,
    occurred_at   timestamptz NOT NULL,
    recorded_at   timestamptz NOT NULL
);

-- An account's history has no two postings in one place; members read theirs backwards.
CREATE UNIQUE INDEX posting_history ON posting (member_id, currency, version);

CREATE TABLE entry (
    posting_id uuid   NOT NULL,
    pot        text   NOT NULL,
    member_id  text,
    currency   text   NOT NULL,
    amount     bigint NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (posting_id, pot),
    CHECK ((pot IN ('ACTIVE', 'PENDING', 'HELD', 'ARREARS')) = (member_id IS NOT NULL))
);

CREATE TABLE lot_use (
    posting_id uuid   NOT NULL,
    lot_id     uuid   NOT NULL,
    kind       text   NOT NULL,
    amount     bigint NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (posting_id, lot_id, kind)
);

GRANT SELECT, INSERT ON posting, entry, lot_use TO ${app};
