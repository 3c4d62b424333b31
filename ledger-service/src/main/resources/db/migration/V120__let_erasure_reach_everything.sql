-- What partners call a purchase is free text: it stands with the hold only, where it can be
-- forgotten. Lines of settlements can not be changed.
ALTER TABLE partner_line DROP COLUMN reference;

-- A household that is over goes on as its last member.
INSERT INTO member_standing (member_id, merged_into, merged_at)
SELECT id, owner, closed_at
FROM household
WHERE closed_at IS NOT NULL
ON CONFLICT (member_id) DO NOTHING;

-- Who goes on as an erased member is erased too.
WITH RECURSIVE gone AS (
    SELECT member_id, erased_at
    FROM member_standing
    WHERE erased_at IS NOT NULL
    UNION
    SELECT s.member_id, gone.erased_at
    FROM gone
    JOIN member_standing AS s ON s.merged_into = gone.member_id)
UPDATE member_standing AS s
SET erased_at = gone.erased_at, frozen_at = NULL, frozen_reason = NULL
FROM gone
WHERE gone.member_id = s.member_id AND s.erased_at IS NULL;

UPDATE hold AS h
SET reference = '', title = NULL
FROM member_standing AS s
WHERE s.member_id = h.member_id AND s.erased_at IS NOT NULL;
UPDATE adjustment AS a
SET note = NULL
FROM member_standing AS s
WHERE s.member_id = a.member_id AND s.erased_at IS NOT NULL;
UPDATE reinstatement AS r
SET note = NULL
FROM member_standing AS s
WHERE s.member_id = r.member_id AND s.erased_at IS NOT NULL;

-- What is known of their groups is the end of time: late news changes nothing.
INSERT INTO member_tier (member_id, tier, as_of)
SELECT member_id, NULL, 'infinity'
FROM member_standing
WHERE erased_at IS NOT NULL OR merged_into IS NOT NULL
ON CONFLICT (member_id) DO UPDATE
SET tier = NULL, as_of = 'infinity';
DELETE FROM member_segment AS g
USING member_standing AS s
WHERE s.member_id = g.member_id AND (s.erased_at IS NOT NULL OR s.merged_into IS NOT NULL);

-- Erased members that still have points are looked for from time to time.
CREATE INDEX member_standing_erased ON member_standing (member_id) WHERE erased_at IS NOT NULL;
