package dev.cairn.ledger.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * Points that were earned together and run out together. An award has one lot for life; it grows
 * when the award does and always carries the award's newest dates.
 *
 * @param earned all that ever came in
 * @param remaining what is still there
 * @param expired what ran out and was not taken back since
 * @param pending whether it waits for {@code activeFrom}
 * @param activeFrom null when it could be spent at once
 * @param expiresAt first instant at which it can no longer be spent; null means never
 * @param priority lower is spent first
 */
public record Lot(
        UUID id,
        String awardId,
        long earned,
        long remaining,
        long expired,
        boolean pending,
        Instant activeFrom,
        Instant expiresAt,
        Instant earnedAt,
        int priority) {

    /** The order in which lots are spent. */
    public static final Comparator<Lot> SPENDING_ORDER =
            Comparator.comparingInt(Lot::priority)
                    .thenComparing(Lot::expiresAt, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Lot::earnedAt)
                    .thenComparing(Lot::id);

    public Lot {
        if (remaining < 0 || remaining > earned || expired < 0 || expired > earned - remaining) {
            throw new IllegalStateException(
                    "lot %s would hold %d and have lost %d of %d points"
                            .formatted(id, remaining, expired, earned));
        }
    }

    /** Whether a member may spend from it. */
    public boolean spendable() {
        return !pending && remaining > 0;
    }

    boolean activatesBy(Instant now) {
        return pending && !activeFrom.isAfter(now);
    }

    boolean expiresBy(Instant now) {
        return remaining > 0 && expiresAt != null && !expiresAt.isAfter(now);
    }

    /** The same lot after more points came in. */
    public Lot grown(long points) {
        return with(Math.addExact(earned, points), remaining + points, expired, pending);
    }

    /** The same points with other dates. What is active stays active. */
    public Lot dated(Instant newEarnedAt, Instant newActiveFrom, Instant newExpiresAt) {
        return new Lot(
                id,
                awardId,
                earned,
                remaining,
                expired,
                pending,
                pending && newActiveFrom == null ? newEarnedAt : newActiveFrom,
                newExpiresAt,
                newEarnedAt,
                priority);
    }

    /** The same lot, pending or not. */
    public Lot waiting(boolean waits) {
        return with(earned, remaining, expired, waits);
    }

    Lot used(LotUse use) {
        var expiredNow = use.kind() == LotUse.Kind.EXPIRED ? expired + use.amount() : expired;
        return with(earned, remaining - use.amount(), expiredNow, pending);
    }

    private Lot with(long newEarned, long newRemaining, long newExpired, boolean newPending) {
        return new Lot(
                id,
                awardId,
                newEarned,
                newRemaining,
                newExpired,
                newPending,
                activeFrom,
                expiresAt,
                earnedAt,
                priority);
    }
}
