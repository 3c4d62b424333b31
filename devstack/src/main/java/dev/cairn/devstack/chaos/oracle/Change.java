package dev.cairn.devstack.chaos.oracle;

/**
 * One change of an account, as the rules demand it or as the journal has it.
 *
 * @param points positive; the kind tells the direction
 * @param balance what the member sees after it; negative when points are owed
 * @param about award or redemption; empty where time alone was at work
 */
public record Change(Kind kind, long points, long balance, String about) {}
