-- Members that pool points. A household has an account of its own, under its id; who belongs to it
-- now stands here, who gave what stands in the transfers. A member belongs to one at most.
CREATE TABLE household (
    id         text        PRIMARY KEY,
    owner      text        NOT NULL,
    created_at timestamptz NOT NULL,
    closed_at  timestamptz
);

CREATE TABLE household_member (
    member_id    text        PRIMARY KEY,
    household_id text        NOT NULL,
    joined_at    timestamptz NOT NULL,
    place        bigint      GENERATED ALWAYS AS IDENTITY
);

-- In the order in which they joined, also when that was at the same instant.
CREATE INDEX household_member_list ON household_member (household_id, place);

-- The token itself is kept nowhere.
CREATE TABLE household_invitation (
    token_hash   bytea       PRIMARY KEY,
    household_id text        NOT NULL,
    expires_at   timestamptz NOT NULL,
    used_at      timestamptz
);

GRANT SELECT, INSERT, UPDATE ON household, household_invitation TO ${app};
GRANT SELECT, INSERT, UPDATE, DELETE ON household_member TO ${app};
