-- A shop may hold what a quote promised instead of the member spending it at once.
ALTER TABLE quote
    ADD COLUMN hold_id uuid UNIQUE,
    ADD CHECK (redemption_id IS NULL OR hold_id IS NULL);
