package dev.cairn.ledger.household;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Points to give to the household or to take out of it.
 *
 * @param currency absent means the default currency
 */
public record PoolRequest(@NotNull @Min(1) @Max(1_000_000_000_000L) Long points, String currency) {}
