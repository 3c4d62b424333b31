package dev.cairn.ledger.code;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A pool in numbers.
 *
 * @param voided handed out for redemptions that were cancelled
 */
public record CodeSummary(
        String reward, long free, long handedOut, @JsonProperty("void") long voided) {}
