-- Accounts that came after their member was frozen or merged did not know of it, and asked each time.
UPDATE balance AS b
SET standing = s.version
FROM member_standing AS s
WHERE s.member_id = b.member_id AND b.standing <> s.version;
