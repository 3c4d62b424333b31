package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.kit.access.MemberId;
import dev.cairn.ledger.calendar.Era;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what is wrong with a revision that no account could ever follow. */
final class AwardChecks {
    /** Beyond this an award is a mistake, and sums could overflow. */
    private static final long MOST_POINTS = 1_000_000_000_000L;

    private static final Pattern ACTION = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private AwardChecks() {}

    static Optional<String> complaint(AwardSet award) {
        if (!MemberId.valid(award.memberId())) {
            return Optional.of("memberId has a form that no member can have");
        }
        if (blank(award.awardId()) || blank(award.currency())) {
            return Optional.of("awardId and currency must not be empty");
        }
        if (award.category() == null) {
            return Optional.of("category is missing");
        }
        if (award.revision() < 1) {
            return Optional.of("revision starts at 1, not " + award.revision());
        }
        if (award.points() < 0 || award.points() > MOST_POINTS) {
            return Optional.of(
                    "points must be from 0 to %d, not %d".formatted(MOST_POINTS, award.points()));
        }
        if (award.awaits() != null && !ACTION.matcher(award.awaits()).matches()) {
            return Optional.of("awaits must match " + ACTION);
        }
        return datesComplaint(award);
    }

    private static Optional<String> datesComplaint(AwardSet award) {
        if (outside(award.occurredAt())
                || outside(award.activeFrom())
                || outside(award.expiresAt())) {
            return Optional.of("occurredAt, activeFrom and expiresAt " + Era.OUTSIDE);
        }
        if (award.expiresAt() == null) {
            return Optional.empty();
        }
        if (!award.expiresAt().isAfter(award.occurredAt())) {
            return Optional.of("expiresAt is not after occurredAt");
        }
        if (award.activeFrom() != null && !award.expiresAt().isAfter(award.activeFrom())) {
            return Optional.of("expiresAt is not after activeFrom");
        }
        return Optional.empty();
    }

    private static boolean outside(Instant instant) {
        return instant != null && !Era.contains(instant);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
