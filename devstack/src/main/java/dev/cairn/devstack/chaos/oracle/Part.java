package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;

/**
 * Points of one age on their way from one account to another.
 *
 * @param award from which they once came; empty when they came from none
 * @param expiresAt null when they never run out
 */
public record Part(String award, Instant earnedAt, Instant expiresAt, long points) {}
