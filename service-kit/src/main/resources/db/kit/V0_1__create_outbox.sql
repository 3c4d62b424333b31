-- Events that are committed and not yet published. Rows live for milliseconds, so the table is
-- vacuumed early, by dead rows rather than by their share.
CREATE TABLE outbox (
    seq            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id             uuid        NOT NULL,
    shard          integer     NOT NULL,
    aggregatetype  text        NOT NULL,
    aggregateid    text        NOT NULL,
    type           text        NOT NULL,
    time           timestamptz NOT NULL,
    correlation_id text,
    causation_id   text,
    payload        bytea       NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);

GRANT SELECT, INSERT, DELETE ON outbox TO ${app};
