-- Lines that were imported, for ever: the same reference never brings points twice. Of the reference
-- only the hash is kept, because people put all kinds of things into references.
CREATE TABLE import_row (
    reference   bytea       PRIMARY KEY CHECK (length(reference) = 32),
    content     bytea       NOT NULL CHECK (length(content) = 32),
    posting_id  uuid        NOT NULL UNIQUE,
    points      bigint      NOT NULL CHECK (points > 0),
    imported_by text        NOT NULL,
    imported_at timestamptz NOT NULL
);

GRANT SELECT, INSERT ON import_row TO ${app};
