package dev.cairn.ledger.household;

import java.util.Map;

/**
 * What somebody takes along that leaves a household.
 *
 * @param returned points by currency; those with none are left out
 */
public record LeaveReceipt(String household, String member, Map<String, Long> returned) {}
