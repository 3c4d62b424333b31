package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;

/**
 * A posting as the journal has it.
 *
 * @param version its place in the member's history, from 1
 * @param recordedAt the ledger's time when it was written
 */
public record Line(String posting, long version, Change change, Instant recordedAt) {}
