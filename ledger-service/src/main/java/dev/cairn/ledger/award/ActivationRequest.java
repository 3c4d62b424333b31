package dev.cairn.ledger.award;

import jakarta.validation.constraints.Size;

/**
 * What has happened.
 *
 * @param action the name that the award waits for
 */
public record ActivationRequest(@Size(max = 64) String action) {}
