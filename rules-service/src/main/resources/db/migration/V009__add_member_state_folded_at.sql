-- When a member was last evaluated, by the database's own clock; null means never. What was known
-- before this column counts as evaluated.
ALTER TABLE member_state ADD COLUMN folded_at timestamptz DEFAULT now();
ALTER TABLE member_state ALTER COLUMN folded_at DROP DEFAULT;
