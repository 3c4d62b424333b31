package dev.cairn.ledger.transfer;

import dev.cairn.kit.access.MemberId;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * Staff moves points between members.
 *
 * @param reason one of the currency's reason codes
 * @param currency absent means the default currency
 */
public record SupportTransferRequest(
        @NotNull @Pattern(regexp = MemberId.FORM) String from,
        @NotNull @Pattern(regexp = MemberId.FORM) String to,
        @NotNull @Min(1) @Max(1_000_000_000_000L) Long points,
        String currency,
        @NotBlank String reason) {}
