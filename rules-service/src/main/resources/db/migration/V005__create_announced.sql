-- What a member was told; the same news is never told twice.
CREATE TABLE announced (
    member text NOT NULL,
    key    text NOT NULL,
    PRIMARY KEY (member, key)
);

GRANT SELECT, INSERT ON announced TO ${app};
