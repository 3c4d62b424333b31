package dev.cairn.ledger.account;

/** One line of a posting: what a pot gained, or lost when negative. */
public record Entry(Pot pot, long amount) {}
