package dev.cairn.ledger.freeze;

import java.time.Instant;

/**
 * Whether a member is frozen.
 *
 * @param reason null when not
 * @param since null when not
 */
public record FreezeView(String member, boolean frozen, String reason, Instant since) {}
