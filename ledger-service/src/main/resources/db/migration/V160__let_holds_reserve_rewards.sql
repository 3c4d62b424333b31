-- A hold may reserve a reward along with its points. The redemption is there from the start, under
-- the id of the hold, so that limits, stock and codes count it; its points are spent once the hold is
-- captured, by the posting of that. No foreign key leads to the reward: everybody would meet in its row,
-- and rewards are never deleted.
ALTER TABLE hold
    ADD COLUMN reward_id text;

ALTER TABLE redemption
    ALTER COLUMN posting_id DROP NOT NULL,
    DROP CONSTRAINT redemption_status_check,
    ADD CONSTRAINT redemption_status_check
        CHECK (status IN ('RESERVED', 'ORDERED', 'SHIPPED', 'DELIVERED', 'FULFILLED', 'CANCELLED')),
    ADD CONSTRAINT redemption_spent_check
        CHECK (CASE status
                   WHEN 'RESERVED' THEN posting_id IS NULL AND refunded = 0
                   WHEN 'CANCELLED' THEN posting_id IS NOT NULL OR refunded = 0
                   ELSE posting_id IS NOT NULL
               END);

-- A code that is only reserved was seen by nobody: it has its redemption, but was not handed out.
ALTER TABLE reward_code
    DROP CONSTRAINT reward_code_check,
    ADD CONSTRAINT reward_code_check CHECK (handed_out_at IS NULL OR redemption_id IS NOT NULL),
    ADD CHECK (voided_at IS NULL OR handed_out_at IS NOT NULL),
    ADD CHECK (used_at IS NULL OR handed_out_at IS NOT NULL);
