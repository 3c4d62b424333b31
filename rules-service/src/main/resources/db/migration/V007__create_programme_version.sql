-- Which programme versions were in force, and what they meant.
CREATE TABLE programme_version (
    id         text        NOT NULL,
    version    integer     NOT NULL,
    hash       text        NOT NULL,
    started_at timestamptz NOT NULL,
    PRIMARY KEY (id, version)
);

GRANT SELECT, INSERT ON programme_version TO ${app};
