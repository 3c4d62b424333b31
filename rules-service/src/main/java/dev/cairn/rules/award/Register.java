package dev.cairn.rules.award;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import java.time.Instant;

/**
 * What an award is worth now.
 *
 * @param firstPoints what it was worth at first
 * @param revision how often it was set
 */
public record Register(
        String awardId,
        String rule,
        AwardCategory category,
        long points,
        long firstPoints,
        long revision,
        Instant occurredAt,
        Instant expiresAt,
        String activityId,
        String reason) {}
