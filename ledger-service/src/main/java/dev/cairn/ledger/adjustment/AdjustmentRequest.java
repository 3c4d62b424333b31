package dev.cairn.ledger.adjustment;

import dev.cairn.kit.access.MemberId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * What support asks for.
 *
 * @param currency absent means the default currency
 * @param points positive to give, negative to take, not zero
 * @param note free text for other staff; never shown to the member
 * @param expiresAt when given points run out; absent leaves it to the currency
 * @param allowDebt whether the member may owe what cannot be taken; absent means no
 */
public record AdjustmentRequest(
        @NotNull @Pattern(regexp = MemberId.FORM) String member,
        String currency,
        @NotNull @Min(-1_000_000_000_000L) @Max(1_000_000_000_000L) Long points,
        @NotBlank String reason,
        @Size(max = 1000) String note,
        Instant expiresAt,
        Boolean allowDebt) {}
