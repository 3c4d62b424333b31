-- Codes that rewards hand out, each once and to one redemption for ever: a void one stays with it.
-- No two rewards share a code.
CREATE TABLE reward_code (
    code          text        PRIMARY KEY,
    reward_id     text        NOT NULL REFERENCES reward (id),
    place         bigint      GENERATED ALWAYS AS IDENTITY,
    added_at      timestamptz NOT NULL,
    redemption_id uuid        UNIQUE,
    handed_out_at timestamptz,
    voided_at     timestamptz,
    CHECK ((redemption_id IS NULL) = (handed_out_at IS NULL)),
    CHECK (voided_at IS NULL OR redemption_id IS NOT NULL)
);

-- The next one to hand out.
CREATE INDEX reward_code_free ON reward_code (reward_id, place) WHERE redemption_id IS NULL;
CREATE INDEX reward_code_of_reward ON reward_code (reward_id);

GRANT SELECT, INSERT, UPDATE ON reward_code TO ${app};
