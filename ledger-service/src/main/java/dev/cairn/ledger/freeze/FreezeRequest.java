package dev.cairn.ledger.freeze;

import jakarta.validation.constraints.NotBlank;

/**
 * Why a member is frozen.
 *
 * @param reason one of the codes of {@code cairn.freeze.reasons}
 */
public record FreezeRequest(@NotBlank String reason) {}
