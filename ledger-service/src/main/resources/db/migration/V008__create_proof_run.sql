-- When the ledger was proven, by the database's own clock, and which checks failed: every replica
-- tells the newest result, whichever ran the proof.
CREATE TABLE proof_run (
    proven_at     timestamptz PRIMARY KEY,
    failed_checks text[]      NOT NULL
);

GRANT SELECT, INSERT ON proof_run TO ${app};
