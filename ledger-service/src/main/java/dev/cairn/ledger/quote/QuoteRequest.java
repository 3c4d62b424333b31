package dev.cairn.ledger.quote;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a member wants to know the price of.
 *
 * @param reward id of the reward
 * @param currency point currency to pay with; null for the first that the member may
 * @param amountMinor the bill, in minor units; for payments only
 * @param moneyCurrency of the bill, ISO 4217
 * @param points the most that the member wants to give for the bill; null for all there are
 */
public record QuoteRequest(
        @NotBlank @Size(max = 64) String reward,
        @Size(max = 32) String currency,
        @Min(1) @Max(1_000_000_000L) Long amountMinor,
        @Pattern(regexp = "[A-Z]{3}") String moneyCurrency,
        @Min(1) @Max(1_000_000_000_000L) Long points) {

    @AssertTrue(message = "amountMinor and moneyCurrency come together; points need both")
    boolean isBillWhole() {
        return (amountMinor == null) == (moneyCurrency == null)
                && (points == null || amountMinor != null);
    }
}
