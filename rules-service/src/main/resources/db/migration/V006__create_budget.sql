-- What a campaign may pay and has promised, and what it promised to whom.
CREATE TABLE budget (
    campaign text   PRIMARY KEY,
    total    bigint NOT NULL CHECK (total >= 0),
    spent    bigint NOT NULL DEFAULT 0 CHECK (spent >= 0)
);

CREATE TABLE ceiling (
    member   text   NOT NULL,
    award_id text   NOT NULL,
    campaign text   NOT NULL REFERENCES budget (campaign),
    granted  bigint NOT NULL CHECK (granted >= 0),
    PRIMARY KEY (member, award_id)
);

GRANT SELECT, INSERT, UPDATE ON budget TO ${app};
GRANT SELECT, INSERT, DELETE ON ceiling TO ${app};
