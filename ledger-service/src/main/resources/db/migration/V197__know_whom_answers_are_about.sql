-- Whom answers are about that others got: shops, partners, staff. By it they are found when the member
-- is forgotten; a member's own answers stand under the member's own keys.
CREATE TABLE answer_about (
    member_id text NOT NULL,
    caller    text NOT NULL,
    key       text NOT NULL,
    PRIMARY KEY (member_id, caller, key)
);

GRANT SELECT, INSERT, DELETE ON answer_about TO ${app};

INSERT INTO answer_about (member_id, caller, key)
SELECT body ->> 'member', caller, key
FROM idempotency
WHERE body ->> 'member' <> caller
UNION
SELECT h.member_id, caller, key
FROM idempotency
JOIN hold AS h ON h.id::text = body ->> 'id'
WHERE h.member_id <> caller;
