-- How far the use of an account has moved the last day of its sliding points. Only accounts of
-- currencies with sliding points have a row.
CREATE TABLE account_slide (
    member_id    text        NOT NULL,
    currency     text        NOT NULL,
    slides_until timestamptz NOT NULL,
    PRIMARY KEY (member_id, currency)
) WITH (fillfactor = 80);

GRANT SELECT, INSERT, UPDATE ON account_slide TO ${app};
