package dev.cairn.ledger.award;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import dev.cairn.contracts.RewardEvent.AwardSet;
import java.time.Instant;
import java.util.Objects;

/**
 * What the ledger knows about an award: its highest revision so far, and what the journal has paid
 * for it.
 *
 * @param points what the rules say that it is worth
 * @param paid what was posted, net
 * @param awaits the action that its points wait for; null when they wait for none
 * @param ceiling the most that a cap lets it pay; null when none spoke
 * @param cap the cap that spoke; null with {@code ceiling}
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
        String awaits,
        long paid,
        Long ceiling,
        String cap,
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
                award.awaits(),
                0,
                null,
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
                award.awaits(),
                paid,
                ceiling,
                cap,
                cancelled);
    }

    /** The register once so much is paid, net. */
    Register paying(long net) {
        return with(net, ceiling, cap, cancelled);
    }

    /** The register under this ceiling of this cap, or under none when both are null. */
    Register under(Long newCeiling, String newCap) {
        return with(paid, newCeiling, newCap, cancelled);
    }

    /** The register of an award that was taken back for good; no revision can bring it back. */
    Register cancelledForGood() {
        return with(paid, ceiling, cap, true);
    }

    /** Whether points of both would be earned, become active and run out at the same time. */
    boolean sameDates(Register other) {
        return Objects.equals(occurredAt, other.occurredAt)
                && Objects.equals(activeFrom, other.activeFrom)
                && Objects.equals(expiresAt, other.expiresAt)
                && Objects.equals(awaits, other.awaits);
    }

    /** What should be paid, net. */
    long desired() {
        if (cancelled) {
            return 0;
        }
        return ceiling == null ? points : Math.min(points, ceiling);
    }

    private Register with(long newPaid, Long newCeiling, String newCap, boolean newCancelled) {
        return new Register(
                awardId,
                currency,
                revision,
                points,
                category,
                occurredAt,
                activeFrom,
                expiresAt,
                awaits,
                newPaid,
                newCeiling,
                newCap,
                newCancelled);
    }
}
