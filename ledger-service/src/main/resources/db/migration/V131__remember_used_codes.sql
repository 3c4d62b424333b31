-- A till took the code: its redemption stands for ever.
ALTER TABLE reward_code
    ADD COLUMN used_at timestamptz,
    ADD COLUMN used_by text,
    ADD CHECK ((used_at IS NULL) = (used_by IS NULL)),
    ADD CHECK (used_at IS NULL OR redemption_id IS NOT NULL),
    ADD CHECK (used_at IS NULL OR voided_at IS NULL);
