package dev.cairn.ledger.autoredeem;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a member wants to have redeemed by itself.
 *
 * @param reward id of the reward
 * @param currency point currency to pay with; null for the first that the member may
 * @param reserve points that are never spent by it; absent means 0
 */
public record StandingOrderRequest(
        @NotBlank @Size(max = 64) String reward,
        @Size(min = 1, max = 32) String currency,
        @Min(0) @Max(1_000_000_000_000L) Long reserve) {

    long keeps() {
        return reserve == null ? 0 : reserve;
    }
}
