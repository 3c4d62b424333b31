package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/** Points of one age, by the rules. */
final class Lot {

    /** What runs out first is spent first, then what was earned first. */
    static final Comparator<Lot> SPENDING_ORDER =
            Comparator.comparing(
                            (Lot lot) -> lot.expiresAt, Comparator.nullsLast(Instant::compareTo))
                    .thenComparing(lot -> lot.earnedAt)
                    .thenComparing(lot -> lot.id);

    final UUID id;
    final String award;
    long earned;
    long remaining;
    long held;
    long expired;
    boolean pending;
    Instant activeFrom;
    Instant expiresAt;
    Instant earnedAt;

    Lot(UUID id, Award first, Instant now) {
        this.id = id;
        this.award = first.id();
        this.activeFrom = first.activeFrom();
        this.expiresAt = first.expiresAt();
        this.earnedAt = first.occurredAt();
        this.pending = activeFrom != null && activeFrom.isAfter(now);
    }

    /** What came in from elsewhere keeps its age. */
    Lot(UUID id, Part part) {
        this.id = id;
        this.award = part.award();
        this.expiresAt = part.expiresAt();
        this.earnedAt = part.earnedAt();
        this.earned = part.points();
        this.remaining = part.points();
    }

    Part part(long points) {
        return new Part(award, earnedAt, expiresAt, points);
    }

    /** What no hold reserves. */
    long free() {
        return remaining - held;
    }

    boolean isSpendable() {
        return !pending && free() > 0;
    }

    boolean isDueToActivate(Instant now) {
        return pending && !activeFrom.isAfter(now);
    }

    boolean isOver(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    /** Dates are those of the newest revision; what is active stays active. */
    void follow(Award revision) {
        earnedAt = revision.occurredAt();
        expiresAt = revision.expiresAt();
        activeFrom = pending && revision.activeFrom() == null ? earnedAt : revision.activeFrom();
    }

    Holding.Rest rest() {
        return new Holding.Rest(
                award, earnedAt, expiresAt, earned, remaining, held, expired, pending);
    }
}
