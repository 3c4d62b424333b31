-- A foreign key locks the row that it points to: everybody who redeems a reward would meet in that one
-- row, and leave it changed. Rewards are never deleted, and a redemption begins by reading its reward.
ALTER TABLE redemption DROP CONSTRAINT redemption_reward_id_fkey;
