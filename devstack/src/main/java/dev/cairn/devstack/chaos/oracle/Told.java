package dev.cairn.devstack.chaos.oracle;

/**
 * What the ledger told the other services of a posting.
 *
 * @param at when the broker took it, in milliseconds of its clock
 */
public record Told(String posting, long points, long balance, long at) {}
