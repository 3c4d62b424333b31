-- One seal per closed day, each over the day's lines and the seal before. The application may add
-- seals and read them, nothing else. made_at is real time, also where the service plays another.
CREATE TABLE seal (
    number    bigint      PRIMARY KEY CHECK (number > 0),
    day       date        NOT NULL UNIQUE,
    postings  bigint      NOT NULL CHECK (postings >= 0),
    previous  bytea       NOT NULL CHECK (length(previous) = 32),
    hash      bytea       NOT NULL UNIQUE CHECK (length(hash) = 32),
    sealed_at timestamptz NOT NULL,
    made_at   timestamptz NOT NULL DEFAULT now()
);

-- Which posting is under which seal. Written with the seal, so that a posting whose transaction
-- commits late falls under the next one, whatever its recorded_at says; nothing is added to a
-- posting's own transaction.
CREATE TABLE seal_posting (
    seal       bigint NOT NULL,
    posting_id uuid   NOT NULL UNIQUE,
    PRIMARY KEY (seal, posting_id)
);

GRANT SELECT, INSERT ON seal, seal_posting TO ${app};
