package dev.cairn.ledger.conversion;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * A member's wish.
 *
 * @param points the most to take; what would only give a fraction stays
 */
public record ConversionRequest(
        @NotBlank String from,
        @NotBlank String to,
        @NotNull @Min(1) @Max(1_000_000_000_000L) Long points) {}
