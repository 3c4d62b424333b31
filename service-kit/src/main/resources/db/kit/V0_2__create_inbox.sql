-- Events that were handled, by their CloudEvents identity.
CREATE TABLE inbox (
    source     text        NOT NULL,
    id         text        NOT NULL,
    handled_at timestamptz NOT NULL,
    PRIMARY KEY (source, id)
);

GRANT SELECT, INSERT, DELETE ON inbox TO ${app};
