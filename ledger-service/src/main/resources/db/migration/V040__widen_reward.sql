-- What a reward is, looks like, costs whom, and when it can be had. `price` stays for replicas of the
-- version before; `prices` wins where it is there. Payments have rates instead of prices.
ALTER TABLE reward
    ALTER COLUMN price DROP NOT NULL,
    ADD COLUMN type         text NOT NULL DEFAULT 'PERK',
    ADD COLUMN description  jsonb,
    ADD COLUMN images       jsonb,
    ADD COLUMN prices       jsonb,
    ADD COLUMN payment      jsonb,
    ADD COLUMN member_limit jsonb,
    ADD COLUMN validity     jsonb,
    ADD CHECK (price IS NOT NULL OR prices IS NOT NULL OR payment IS NOT NULL);
