package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardSet;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Cuts instants to the microseconds that PostgreSQL keeps, so that what comes back is equal. */
final class Precision {
    private Precision() {}

    static AwardSet ofTheDatabase(AwardSet award) {
        return new AwardSet(
                award.awardId(),
                award.revision(),
                award.memberId(),
                award.currency(),
                award.points(),
                award.category(),
                cut(award.occurredAt()),
                cut(award.activeFrom()),
                cut(award.expiresAt()),
                award.awaits(),
                award.rule(),
                award.programmeVersion(),
                award.activityId(),
                award.reason());
    }

    private static Instant cut(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
