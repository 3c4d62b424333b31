package dev.cairn.devstack.chaos.oracle;

import java.time.Instant;
import java.util.Comparator;

/** The points of one award, by the rules. */
final class Lot {

    /** What runs out first is spent first; the workload never makes two lots equal in both. */
    static final Comparator<Lot> SPENDING_ORDER =
            Comparator.comparing(
                            (Lot lot) -> lot.expiresAt, Comparator.nullsLast(Instant::compareTo))
                    .thenComparing(lot -> lot.earnedAt);

    final String award;
    long earned;
    long remaining;
    long expired;
    boolean pending;
    Instant activeFrom;
    Instant expiresAt;
    Instant earnedAt;

    Lot(Award first, Instant now) {
        this.award = first.id();
        this.activeFrom = first.activeFrom();
        this.expiresAt = first.expiresAt();
        this.earnedAt = first.occurredAt();
        this.pending = activeFrom != null && activeFrom.isAfter(now);
    }

    boolean isSpendable() {
        return !pending && remaining > 0;
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
}
