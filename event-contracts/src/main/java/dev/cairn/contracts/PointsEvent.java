package dev.cairn.contracts;

import dev.cairn.contracts.RewardEvent.AwardCategory;
import java.time.Instant;

/**
 * What the ledger posted, on {@link Topics#POINTS}. {@code points} is always the positive amount;
 * {@code balance} is what the member can spend after the posting, negative while in arrears.
 */
public sealed interface PointsEvent extends Event {

    /** The point currency. */
    String currency();

    /** The amount, positive; only a settled hold may have captured none. */
    long points();

    /**
     * An award paid. Pending points are earned too; they are not in the balance yet.
     *
     * @param pending whether the points still have to become spendable
     * @param expiresAt no longer spendable from then on; null means never
     */
    record PointsEarned(
            String postingId,
            String memberId,
            String currency,
            long points,
            long balance,
            String awardId,
            AwardCategory category,
            boolean pending,
            Instant expiresAt,
            Instant occurredAt)
            implements PointsEvent {}

    /** Pending points can be spent now. */
    record PointsActivated(
            String postingId,
            String memberId,
            String currency,
            long points,
            long balance,
            String awardId,
            Instant occurredAt)
            implements PointsEvent {}

    /** Points were spent on a reward. */
    record PointsRedeemed(
            String postingId,
            String memberId,
            String currency,
            long points,
            long balance,
            String redemptionId,
            String rewardId,
            String title,
            Instant occurredAt)
            implements PointsEvent {}

    /**
     * An award shrank, and the difference was taken back.
     *
     * @param arrears what the member owes after the posting
     */
    record PointsReversed(
            String postingId,
            String memberId,
            String currency,
            long points,
            long balance,
            long arrears,
            String awardId,
            AwardCategory category,
            String reason,
            Instant occurredAt)
            implements PointsEvent {}

    /** Unspent points of a lot ran out. */
    record PointsExpired(
            String postingId,
            String memberId,
            String currency,
            long points,
            long balance,
            Instant occurredAt)
            implements PointsEvent {}

    /**
     * Points will run out unless they are spent.
     *
     * @param expiresAt the first instant at which they can no longer be spent
     * @param household whose points they are, when the member may take them out of its account;
     *     null when they are the member's own
     */
    record PointsExpiring(
            String memberId,
            String currency,
            long points,
            Instant expiresAt,
            Instant occurredAt,
            String household)
            implements PointsEvent {

        /** The member's own. */
        public PointsExpiring(
                String memberId,
                String currency,
                long points,
                Instant expiresAt,
                Instant occurredAt) {
            this(memberId, currency, points, expiresAt, occurredAt, null);
        }
    }

    /** Support changed a balance by hand; {@code added} tells the direction. */
    record PointsAdjusted(
            String postingId,
            String memberId,
            String currency,
            long points,
            boolean added,
            long balance,
            String reason,
            Instant occurredAt)
            implements PointsEvent {}

    /** Points went from {@code memberId} to {@code to}. */
    record PointsTransferred(
            String postingId,
            String memberId,
            String to,
            String currency,
            long points,
            long balance,
            Instant occurredAt)
            implements PointsEvent {}

    /** Points were reserved for a purchase that is not final. */
    record HoldPlaced(
            String holdId,
            String memberId,
            String currency,
            long points,
            long balance,
            Instant lapsesAt,
            Instant occurredAt)
            implements PointsEvent {}

    /** A hold ended; {@code points} were captured, the rest went back. */
    record HoldSettled(
            String holdId,
            String memberId,
            String currency,
            long points,
            long balance,
            Instant occurredAt)
            implements PointsEvent {}
}
