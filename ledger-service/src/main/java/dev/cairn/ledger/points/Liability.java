package dev.cairn.ledger.points;

/** What all members together have and did not spend. */
record Liability(long active, long pending, long held, long accounts) {}
