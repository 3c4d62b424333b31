package dev.cairn.ledger.account;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Points that came together and run out together. An award has one lot for life; it grows when the
 * award does and always carries the award's newest dates.
 *
 * @param awardId the award that pays into it, or from which its points once came; null for others
 * @param origin the lot that its points first came into: this one, unless they were in another one
 *     before; perhaps another member's
 * @param earned all that ever came in
 * @param remaining what is still there
 * @param held the part of it that holds reserve
 * @param expired what ran out and was not taken back since
 * @param pending whether it waits, for {@code activeFrom} or for an action
 * @param activeFrom null when it could be spent at once, or when only an action activates it
 * @param awaits the action that activates it; null when none does
 * @param expiresAt first instant at which it can no longer be spent; null means never
 * @param sliding whether the account's activity moves {@code expiresAt}
 * @param priority lower is spent first
 */
public record Lot(
        UUID id,
        LotSource source,
        String awardId,
        UUID origin,
        long earned,
        long remaining,
        long held,
        long expired,
        boolean pending,
        Instant activeFrom,
        String awaits,
        Instant expiresAt,
        boolean sliding,
        Instant earnedAt,
        int priority) {

    /** The order in which lots are spent: priority, last day (never comes last), age, id. */
    public static final Comparator<Lot> SPENDING_ORDER = Lot::compareForSpending;

    private static final Comparator<Instant> NEVER_LAST =
            Comparator.nullsLast(Comparator.naturalOrder());

    public Lot {
        if (remaining < 0
                || remaining > earned
                || held < 0
                || held > remaining
                || expired < 0
                || expired > earned - remaining) {
            throw new IllegalStateException(
                    "lot %s would hold %d, %d of them reserved, and have lost %d of %d points"
                            .formatted(id, remaining, held, expired, earned));
        }
    }

    /** An empty lot that can be spent from as soon as something comes in. */
    public static Lot open(
            UUID id, LotSource source, String awardId, Instant earnedAt, Instant expiresAt) {
        return new Lot(
                id, source, awardId, id, 0, 0, 0, 0, false, null, null, expiresAt, false, earnedAt,
                0);
    }

    /**
     * An empty lot of the same age: what comes in runs out, waits and pays when this one's does.
     */
    public Lot twin(UUID twinId, LotSource twinSource) {
        return new Lot(
                twinId,
                twinSource,
                awardId,
                origin,
                0,
                0,
                0,
                0,
                pending,
                activeFrom,
                awaits,
                expiresAt,
                sliding,
                earnedAt,
                priority);
    }

    /**
     * The same lot, whose points were in this one before: as much its own, and spent in its place.
     */
    public Lot comingFrom(Lot before) {
        return of(before.origin, before.priority);
    }

    /** The same lot, spent in another place among lots of the same account. */
    public Lot spentAs(int newPriority) {
        return of(origin, newPriority);
    }

    private Lot of(UUID newOrigin, int newPriority) {
        return new Lot(
                id,
                source,
                awardId,
                newOrigin,
                earned,
                remaining,
                held,
                expired,
                pending,
                activeFrom,
                awaits,
                expiresAt,
                sliding,
                earnedAt,
                newPriority);
    }

    /** What nobody has reserved. */
    public long free() {
        return remaining - held;
    }

    /** Whether a member may spend from it. */
    public boolean spendable() {
        return !pending && free() > 0;
    }

    /** Whether it still waits at this instant, also when nobody has activated it yet. */
    public boolean pendingAt(Instant now) {
        return pending && !activatesBy(now);
    }

    /** No earlier than that does time change anything here. */
    Instant nextDue() {
        var end = expiresAt == null ? Instant.MAX : expiresAt;
        return pending && activeFrom != null && activeFrom.isBefore(end) ? activeFrom : end;
    }

    /** When time changes something here; empty as long as there is nothing to change. */
    Optional<Instant> due() {
        var first = pending && remaining > 0 ? nextDue() : free() > 0 ? expiresAt : null;
        return Optional.ofNullable(first).filter(Instant.MAX::isAfter);
    }

    boolean activatesBy(Instant now) {
        return pending && activeFrom != null && !activeFrom.isAfter(now);
    }

    boolean expiresBy(Instant now) {
        return free() > 0 && expiresAt != null && !expiresAt.isAfter(now);
    }

    /** Whether the time of this lot is over, whatever is in it. */
    public boolean deadBy(Instant now) {
        return expiresAt != null && !expiresAt.isAfter(now);
    }

    /** The same lot after more points came in. */
    public Lot grown(long points) {
        return amounts(Math.addExact(earned, points), remaining + points, held, expired);
    }

    /** The same points with other dates. What is active stays active. */
    public Lot dated(Instant newEarnedAt, Instant newActiveFrom, Instant newExpiresAt) {
        var opens = pending && newActiveFrom == null && awaits == null;
        return new Lot(
                id,
                source,
                awardId,
                origin,
                earned,
                remaining,
                held,
                expired,
                pending,
                opens ? newEarnedAt : newActiveFrom,
                awaits,
                newExpiresAt,
                sliding,
                newEarnedAt,
                priority);
    }

    /** The same lot with another last day. */
    public Lot expiringAt(Instant newExpiresAt) {
        return dated(earnedAt, activeFrom, newExpiresAt);
    }

    /** The same lot, waiting for an action or, when null, for none. */
    public Lot awaiting(String action) {
        return with(pending, action, sliding);
    }

    /** The same lot, whose last day moves with the account's activity or not. */
    public Lot sliding(boolean slides) {
        return with(pending, awaits, slides);
    }

    /** The same lot, pending or not. */
    public Lot waiting(boolean waits) {
        return with(waits, awaits, sliding);
    }

    Lot used(LotUse use) {
        var n = use.amount();
        return switch (use.kind()) {
            case REDEEMED, REVERSED, ARREARS, TRANSFERRED, ADJUSTED ->
                    amounts(earned, remaining - n, held, expired);
            case EXPIRED -> amounts(earned, remaining - n, held, expired + n);
            case HELD -> amounts(earned, remaining, held + n, expired);
            case RECEIVED -> amounts(Math.subtractExact(earned, n), remaining - n, held, expired);
        };
    }

    /** Written out, because ten thousand lots are compared 130,000 times. */
    private static int compareForSpending(Lot one, Lot other) {
        var order = Integer.compare(one.priority, other.priority);
        if (order == 0) {
            order = Objects.compare(one.expiresAt, other.expiresAt, NEVER_LAST);
        }
        if (order == 0) {
            order = one.earnedAt.compareTo(other.earnedAt);
        }
        return order == 0 ? one.id.compareTo(other.id) : order;
    }

    /** Whether all that could be spent was taken, and nothing else happened. */
    boolean usedUpSince(Lot before) {
        return before.spendable() && before.emptied().equals(this);
    }

    private Lot emptied() {
        return amounts(earned, held, held, expired);
    }

    /** Whether points came or went, and nothing else happened. */
    boolean differsInAmountsOnly(Lot other) {
        return amounts(other.earned, other.remaining, other.held, other.expired).equals(other);
    }

    private Lot amounts(long newEarned, long newRemaining, long newHeld, long newExpired) {
        return new Lot(
                id,
                source,
                awardId,
                origin,
                newEarned,
                newRemaining,
                newHeld,
                newExpired,
                pending,
                activeFrom,
                awaits,
                expiresAt,
                sliding,
                earnedAt,
                priority);
    }

    private Lot with(boolean newPending, String newAwaits, boolean newSliding) {
        return new Lot(
                id,
                source,
                awardId,
                origin,
                earned,
                remaining,
                held,
                expired,
                newPending,
                activeFrom,
                newAwaits,
                expiresAt,
                newSliding,
                earnedAt,
                priority);
    }
}
