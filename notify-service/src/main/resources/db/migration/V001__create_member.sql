-- One row per member that was ever heard of. Whoever decides, sends or notes a consent for a member
-- locks this row first, in the order of ids; profile columns are empty until the profile arrives.
CREATE TABLE member (
    id        text PRIMARY KEY,
    zone      text,
    locale    text,
    erased_at timestamptz
);

GRANT SELECT, INSERT, UPDATE ON member TO ${app};
