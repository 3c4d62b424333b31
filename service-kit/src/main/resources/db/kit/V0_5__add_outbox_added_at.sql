-- When an event was added, by the database's clock; "time" is when it happened in the business.
ALTER TABLE outbox ADD COLUMN added_at timestamptz NOT NULL DEFAULT now();
