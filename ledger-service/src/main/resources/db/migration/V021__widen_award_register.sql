-- Which cap clipped the award, for the member to read; and the action that its points wait for, so
-- that a revision which says something else is recognised.
ALTER TABLE award_register
    ADD COLUMN cap    text,
    ADD COLUMN awaits text,
    ADD CHECK ((cap IS NULL) = (ceiling IS NULL));
