package dev.cairn.ledger.code;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A pool in numbers.
 *
 * @param reserved for redemptions that are not more than that yet; nobody has seen them
 * @param handedOut to members, and still theirs
 * @param used those of the handed out that a till has taken
 * @param voided handed out for redemptions that were cancelled
 */
public record CodeSummary(
        String reward,
        long free,
        long reserved,
        long handedOut,
        long used,
        @JsonProperty("void") long voided) {}
