-- When the programme last wrote to a member, and when the member last reacted: by a click or by
-- feedback. An opened message is no reaction, as machines open messages too.
ALTER TABLE member
    ADD COLUMN last_message_at  timestamptz,
    ADD COLUMN last_reaction_at timestamptz;
