package dev.cairn.ledger.expiry;

import java.time.Instant;
import java.util.UUID;

/**
 * Expired points that came back.
 *
 * @param balance what the member can spend now, or owes when negative
 */
public record Reinstatement(
        UUID id,
        String member,
        String currency,
        long points,
        String reason,
        Instant expiresAt,
        long balance) {}
