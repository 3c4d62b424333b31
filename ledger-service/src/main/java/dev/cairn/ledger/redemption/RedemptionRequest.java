package dev.cairn.ledger.redemption;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A member's wish: a reward, or what a quote promised.
 *
 * @param reward id of the reward
 * @param currency point currency to pay with; null for the first that the member may
 * @param quote id of the quote, instead of both
 */
public record RedemptionRequest(
        @Size(min = 1, max = 64) String reward, @Size(max = 32) String currency, UUID quote) {

    @AssertTrue(message = "name a reward, or a quote alone")
    boolean isOneWish() {
        return quote == null ? reward != null : reward == null && currency == null;
    }
}
