package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import java.time.Instant;

/**
 * What the ledger knows about an award: its highest revision so far. {@code points} is also what
 * the journal has paid for it, net.
 */
public record Register(
        String awardId,
        String currency,
        long revision,
        long points,
        AwardCategory category,
        Instant occurredAt,
        Instant activeFrom,
        Instant expiresAt) {

    /** The register after this revision. */
    static Register of(AwardSet award) {
        return new Register(
                award.awardId(),
                award.currency(),
                award.revision(),
                award.points(),
                award.category(),
                award.occurredAt(),
                award.activeFrom(),
                award.expiresAt());
    }
}
