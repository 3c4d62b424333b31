package dev.cairn.ledger.redemption;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A part of a payment that goes back.
 *
 * @param points from 1
 */
public record RefundRequest(@NotNull @Min(1) @Max(1_000_000_000_000L) Long points) {}
