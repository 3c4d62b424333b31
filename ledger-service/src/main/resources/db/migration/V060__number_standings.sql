-- Who waits for the lock of an account read how its member stands before it had the lock. The
-- number of the standing stands on both rows: when they differ, it has to be read again. A trigger
-- keeps them equal, so that nobody who changes a standing can forget to.
ALTER TABLE member_standing ADD COLUMN version bigint NOT NULL DEFAULT 1;
ALTER TABLE balance ADD COLUMN standing bigint NOT NULL DEFAULT 0;

CREATE FUNCTION number_standing() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        NEW.version := OLD.version + 1;
    END IF;
    UPDATE balance SET standing = NEW.version WHERE member_id = NEW.member_id;
    RETURN NEW;
END
$$;

CREATE TRIGGER number_standing
    BEFORE INSERT OR UPDATE ON member_standing
    FOR EACH ROW EXECUTE FUNCTION number_standing();

-- What is left on the accounts of merged members is looked for again and again.
CREATE INDEX member_standing_merged ON member_standing (merged_into) WHERE merged_into IS NOT NULL;
