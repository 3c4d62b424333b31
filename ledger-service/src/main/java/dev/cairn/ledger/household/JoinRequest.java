package dev.cairn.ledger.household;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A member's wish to join.
 *
 * @param token of an invitation
 */
public record JoinRequest(@NotBlank @Size(max = 64) String token) {}
