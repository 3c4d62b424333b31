-- What a member bought on one day of the member's calendar, after returns. Windows add up days.
CREATE TABLE member_day (
    member    text   NOT NULL,
    day       date   NOT NULL,
    purchases bigint NOT NULL CHECK (purchases >= 0),
    net       bigint NOT NULL CHECK (net >= 0),
    PRIMARY KEY (member, day)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON member_day TO ${app};
