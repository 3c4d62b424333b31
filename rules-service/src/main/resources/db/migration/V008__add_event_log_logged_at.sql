-- When an activity became known, by the database's own clock, for the age of what waits to be
-- evaluated. Rows are only ever added, so a block range index finds the newest at next to no cost.
ALTER TABLE event_log ADD COLUMN logged_at timestamptz NOT NULL DEFAULT now();

CREATE INDEX event_log_logged ON event_log USING brin (logged_at)
    WITH (pages_per_range = 32, autosummarize = on);
