package dev.cairn.ledger.account;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import java.time.Instant;
import java.util.UUID;

/** What a posting is about. */
public sealed interface Subject {

    /** An award, and whether its points wait and when they run out. */
    record Award(String awardId, AwardCategory category, boolean pending, Instant expiresAt)
            implements Subject {}

    /** A reward that was taken or given back. */
    record Redemption(UUID redemptionId, String rewardId, String title) implements Subject {}

    /** Several lots whose time was over. */
    record Time() implements Subject {}
}
