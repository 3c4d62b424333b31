package dev.cairn.ledger.redemption;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A member's wish.
 *
 * @param reward id of the reward
 */
public record RedemptionRequest(@NotBlank @Size(max = 64) String reward) {}
