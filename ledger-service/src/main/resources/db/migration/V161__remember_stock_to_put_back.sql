-- Pieces of stock that lapsed reservations had, until they are put back: whoever finds a reservation
-- over may be about to take another piece of stock, and must not keep that of the first locked.
CREATE TABLE stock_return (
    redemption_id uuid PRIMARY KEY REFERENCES redemption (id),
    reward_id     text NOT NULL
);
CREATE INDEX stock_return_of ON stock_return (reward_id);

GRANT SELECT, INSERT, DELETE ON stock_return TO ${app};
