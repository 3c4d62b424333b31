-- The inbox in the app. A member's items are numbered in the order of their commits, because the
-- writer holds the lock on the member's row.
CREATE TABLE inbox_item (
    seq        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id         uuid        NOT NULL UNIQUE,
    member_id  text        NOT NULL,
    template   text        NOT NULL,
    title      text        NOT NULL,
    body       text        NOT NULL,
    arrived_at timestamptz NOT NULL,
    read_at    timestamptz
);

CREATE INDEX inbox_item_of_member ON inbox_item (member_id, seq DESC);

GRANT SELECT, INSERT, UPDATE, DELETE ON inbox_item TO ${app};
