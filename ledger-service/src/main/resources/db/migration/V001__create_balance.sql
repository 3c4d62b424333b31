-- An account in numbers. Every column is the fold of the journal; GET /v1/proof compares them.
-- No index on a column that changes and room in each page, so that updates stay within the page.
CREATE TABLE balance (
    member_id     text   NOT NULL,
    currency      text   NOT NULL,
    active        bigint NOT NULL DEFAULT 0 CHECK (active >= 0),
    pending       bigint NOT NULL DEFAULT 0 CHECK (pending >= 0),
    held          bigint NOT NULL DEFAULT 0 CHECK (held >= 0),
    arrears       bigint NOT NULL DEFAULT 0 CHECK (arrears >= 0),
    spent         bigint NOT NULL DEFAULT 0 CHECK (spent >= 0),
    expired       bigint NOT NULL DEFAULT 0 CHECK (expired >= 0),
    earned_base   bigint NOT NULL DEFAULT 0 CHECK (earned_base >= 0),
    earned_bonus  bigint NOT NULL DEFAULT 0 CHECK (earned_bonus >= 0),
    clawed_base   bigint NOT NULL DEFAULT 0 CHECK (clawed_base >= 0),
    clawed_bonus  bigint NOT NULL DEFAULT 0 CHECK (clawed_bonus >= 0),
    version       bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (member_id, currency),
    CHECK (active = 0 OR arrears = 0)
) WITH (fillfactor = 70);

GRANT SELECT, INSERT, UPDATE ON balance TO ${app};
