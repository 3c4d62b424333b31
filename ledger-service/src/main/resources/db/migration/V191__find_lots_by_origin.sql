-- What ran out of an award counts wherever it did. Few lots have points from another one.
CREATE INDEX lot_origin ON lot (origin) WHERE origin IS NOT NULL;
