package dev.cairn.ledger.transfer;

import dev.cairn.kit.access.MemberId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A member's wish to give points away.
 *
 * @param to who gets them; who the members are is not known here
 * @param currency absent means the default currency
 */
public record TransferRequest(
        @NotNull @Pattern(regexp = MemberId.FORM) String to,
        @NotNull @Min(1) @Max(1_000_000_000_000L) Long points,
        String currency) {}
