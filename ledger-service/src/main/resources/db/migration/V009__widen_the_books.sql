-- Points also come and go by hand, between members and between currencies, and what a claw-back did
-- not get is written off. Each has a column, so that the states of an account still sum up.
ALTER TABLE balance
    ADD COLUMN adjusted    bigint NOT NULL DEFAULT 0,
    ADD COLUMN transferred bigint NOT NULL DEFAULT 0,
    ADD COLUMN converted   bigint NOT NULL DEFAULT 0,
    ADD COLUMN written_off bigint NOT NULL DEFAULT 0 CHECK (written_off >= 0);

-- What a posting is about, when it is neither an award nor a redemption alone: a hold, a transfer,
-- a conversion, an adjustment.
ALTER TABLE posting ADD COLUMN reference_id uuid;
CREATE INDEX posting_reference ON posting (reference_id) WHERE reference_id IS NOT NULL;

-- A lot may come from elsewhere than an award, may be reserved in part, may wait for an action
-- instead of a day, and may live on for as long as its account is used.
ALTER TABLE lot
    ALTER COLUMN award_id DROP NOT NULL,
    ADD COLUMN held    bigint  NOT NULL DEFAULT 0 CHECK (held BETWEEN 0 AND remaining),
    ADD COLUMN source  text    NOT NULL DEFAULT 'AWARD',
    ADD COLUMN awaits  text,
    ADD COLUMN sliding boolean NOT NULL DEFAULT false,
    DROP CONSTRAINT lot_check2,
    ADD CHECK (NOT pending OR active_from IS NOT NULL OR awaits IS NOT NULL),
    ADD CHECK (held = 0 OR NOT pending),
    ADD CHECK ((source = 'AWARD') <= (award_id IS NOT NULL));

-- Reserved points do not run out while they are reserved.
DROP INDEX lot_expiry;
CREATE INDEX lot_expiry ON lot (expires_at) WHERE remaining > held;

-- What rules want (points) and what was paid (paid) differ when a cap clips, when support cancels,
-- or when a claw-back may not get everything.
ALTER TABLE award_register
    ADD COLUMN paid      bigint  CHECK (paid >= 0),
    ADD COLUMN ceiling   bigint  CHECK (ceiling >= 0),
    ADD COLUMN cancelled boolean NOT NULL DEFAULT false;
UPDATE award_register SET paid = points;
ALTER TABLE award_register ALTER COLUMN paid SET NOT NULL;
