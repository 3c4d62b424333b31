package dev.cairn.devstack.chaos.oracle;

/**
 * What the ledger told the other services of a posting.
 *
 * @param event the event's own id, the same each time it is told
 * @param subject the posting, or the hold where the event names that instead
 * @param at when the broker took it, in milliseconds of its clock
 */
public record Told(String event, String subject, long points, long balance, long at) {}
