package dev.cairn.ledger.partner;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;

/**
 * What points are worth at a partner from some instant on: {@code points} points are {@code minor}
 * minor units of money, such as cents. Never changed, only followed by a later one.
 */
public record Rate(
        @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,31}") String version,
        @NotNull Instant since,
        @NotNull @Min(1) @Max(1_000_000L) Long minor,
        @NotNull @Min(1) @Max(1_000_000L) Long points) {}
