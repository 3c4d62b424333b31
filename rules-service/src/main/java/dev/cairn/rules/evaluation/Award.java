package dev.cairn.rules.evaluation;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a member should have for one thing.
 *
 * @param id unique per member; the rule's id and what it paid for
 * @param points the worth, 0 when something was earned and is gone
 * @param firstWorth what it was worth before anything was returned; it does not depend on when the
 *     return became known
 * @param occurredAt when it was earned
 * @param expiresAt no longer spendable from then on; null means never
 * @param activityId the activity that it pays for; null when several do
 * @param reason one plain sentence
 */
public record Award(
        String id,
        String rule,
        AwardCategory category,
        long points,
        long firstWorth,
        Instant occurredAt,
        Instant expiresAt,
        String activityId,
        String reason) {

    /** Instants are whole microseconds, as the register keeps them. */
    public Award {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }
}
