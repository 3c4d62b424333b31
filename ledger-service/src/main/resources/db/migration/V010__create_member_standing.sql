-- Members with whom something is special; most have no row here.
CREATE TABLE member_standing (
    member_id     text        PRIMARY KEY,
    frozen_at     timestamptz,
    frozen_reason text,
    merged_into   text,
    merged_at     timestamptz,
    erased_at     timestamptz,
    CHECK ((frozen_at IS NULL) = (frozen_reason IS NULL)),
    CHECK ((merged_into IS NULL) = (merged_at IS NULL)),
    CHECK (merged_into <> member_id)
);

GRANT SELECT, INSERT, UPDATE ON member_standing TO ${app};
