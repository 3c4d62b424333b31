-- A large reinstatement waits for a second person, as a large adjustment does. Those that there are
-- were asked for and done by the same person at once.
ALTER TABLE reinstatement RENAME COLUMN decided_by TO asked_by;
ALTER TABLE reinstatement RENAME COLUMN decided_at TO asked_at;
ALTER TABLE reinstatement
    ADD COLUMN status     text NOT NULL DEFAULT 'DONE'
                          CHECK (status IN ('WAITING', 'DONE', 'REJECTED')),
    ADD COLUMN decided_by text,
    ADD COLUMN decided_at timestamptz;
UPDATE reinstatement SET decided_at = asked_at;
ALTER TABLE reinstatement
    ALTER COLUMN status DROP DEFAULT,
    ADD CHECK ((status = 'WAITING') = (decided_at IS NULL)),
    ADD CHECK (decided_by <> asked_by);

CREATE INDEX reinstatement_list ON reinstatement (status, asked_at, id);

GRANT UPDATE (status, decided_by, decided_at) ON reinstatement TO ${app};
