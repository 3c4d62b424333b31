package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import java.time.Instant;

/**
 * What the ledger knows about an award: its highest revision so far, and what the journal has paid
 * for it.
 *
 * @param points what the rules say that it is worth
 * @param paid what was posted, net
 * @param ceiling the most that a cap lets it pay; null when none spoke
 * @param cancelled whether support took it back for good
 */
public record Register(
        String awardId,
        String currency,
        long revision,
        long points,
        AwardCategory category,
        Instant occurredAt,
        Instant activeFrom,
        Instant expiresAt,
        long paid,
        Long ceiling,
        boolean cancelled) {

    /** An award of which nothing is known yet. */
    static Register unpaid(AwardSet award) {
        return new Register(
                award.awardId(),
                award.currency(),
                0,
                0,
                award.category(),
                award.occurredAt(),
                award.activeFrom(),
                award.expiresAt(),
                0,
                null,
                false);
    }

    /** The register after this revision; nothing is paid by it yet. */
    Register after(AwardSet award) {
        return new Register(
                awardId,
                currency,
                award.revision(),
                award.points(),
                award.category(),
                award.occurredAt(),
                award.activeFrom(),
                award.expiresAt(),
                paid,
                ceiling,
                cancelled);
    }

    /** The register once so much is paid, net. */
    Register paying(long net) {
        return new Register(
                awardId,
                currency,
                revision,
                points,
                category,
                occurredAt,
                activeFrom,
                expiresAt,
                net,
                ceiling,
                cancelled);
    }

    /** What should be paid, net. */
    long desired() {
        if (cancelled) {
            return 0;
        }
        return ceiling == null ? points : Math.min(points, ceiling);
    }
}
