-- The lot that points first came into, when it was another one: a gift, a merge, or a lot that had run
-- out. Names of awards are not enough, for members may have awards of the same name. Null means the
-- lot itself. What was given and given back before this was known counts as given.
ALTER TABLE lot ADD COLUMN origin uuid;

UPDATE lot AS l
SET origin = o.id
FROM lot AS o
WHERE l.source = 'REINSTATEMENT' AND o.source = 'AWARD'
  AND o.member_id = l.member_id AND o.currency = l.currency AND o.award_id = l.award_id;
