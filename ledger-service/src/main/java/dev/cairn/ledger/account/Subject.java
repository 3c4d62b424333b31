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

    /**
     * Points that are reserved.
     *
     * @param redemptionId what they were reserved for, once that is known; null before
     * @param title what members read
     */
    record Hold(UUID holdId, Instant lapsesAt, UUID redemptionId, String title)
            implements Subject {}

    /** Points that go to another member or come from one. */
    record Transfer(UUID transferId, String counterparty) implements Subject {}

    /** Points that become points of another currency, or come from one. */
    record Conversion(UUID conversionId, String otherCurrency) implements Subject {}

    /** What staff, an import or the programme did. */
    record Deed(UUID id) implements Subject {}

    /** Several lots whose time was over. */
    record Time() implements Subject {}
}
