package dev.cairn.segment.member;

import java.time.Instant;
import java.util.Optional;

/**
 * What a member did, in sum.
 *
 * @param purchases purchases that are worth something after returns
 * @param netSpend what they are worth, in minor units
 * @param firstActivityAt first activity of any kind except returns
 * @param lastReactionAt last click or feedback
 */
public record Totals(
        long purchases,
        long netSpend,
        Optional<Instant> firstPurchaseAt,
        Optional<Instant> lastPurchaseAt,
        Optional<Instant> firstActivityAt,
        Optional<Instant> lastActivityAt,
        long pointsBalance,
        Optional<Instant> lastMessageAt,
        Optional<Instant> lastReactionAt) {

    public Totals withPoints(long balance) {
        return new Totals(
                purchases,
                netSpend,
                firstPurchaseAt,
                lastPurchaseAt,
                firstActivityAt,
                lastActivityAt,
                balance,
                lastMessageAt,
                lastReactionAt);
    }

    public Totals withMessages(Optional<Instant> messageAt, Optional<Instant> reactionAt) {
        return new Totals(
                purchases,
                netSpend,
                firstPurchaseAt,
                lastPurchaseAt,
                firstActivityAt,
                lastActivityAt,
                pointsBalance,
                messageAt,
                reactionAt);
    }

    public Totals withMoments(Moments moments) {
        return new Totals(
                purchases,
                netSpend,
                moments.firstPurchaseAt(),
                moments.lastPurchaseAt(),
                moments.firstActivityAt(),
                moments.lastActivityAt(),
                pointsBalance,
                lastMessageAt,
                lastReactionAt);
    }

    /** First and last times. */
    public record Moments(
            Optional<Instant> firstPurchaseAt,
            Optional<Instant> lastPurchaseAt,
            Optional<Instant> firstActivityAt,
            Optional<Instant> lastActivityAt) {}
}
