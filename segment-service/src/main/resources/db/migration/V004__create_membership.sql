-- Who is in which segment now. The history of moves is the topic cairn.segments.v1.
CREATE TABLE membership (
    member  text        NOT NULL,
    segment text        NOT NULL,
    version bigint      NOT NULL,
    since   timestamptz NOT NULL,
    PRIMARY KEY (member, segment)
);

CREATE INDEX membership_segment ON membership (segment, member);

-- Sizes are kept, not counted. Each connection adds to a shard of its own, so that moves of
-- different members do not wait for each other; a size is the sum of its shards.
CREATE TABLE segment_size (
    segment text    NOT NULL,
    shard   integer NOT NULL,
    members bigint  NOT NULL,
    PRIMARY KEY (segment, shard)
) WITH (fillfactor = 50);

GRANT SELECT, INSERT, UPDATE, DELETE ON membership TO ${app};
GRANT SELECT, INSERT, UPDATE ON segment_size TO ${app};
