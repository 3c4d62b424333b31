package dev.cairn.ledger.account;

import dev.cairn.contracts.PointsEvent;
import dev.cairn.contracts.PointsEvent.HoldPlaced;
import dev.cairn.contracts.PointsEvent.HoldSettled;
import dev.cairn.contracts.PointsEvent.PointsActivated;
import dev.cairn.contracts.PointsEvent.PointsAdjusted;
import dev.cairn.contracts.PointsEvent.PointsEarned;
import dev.cairn.contracts.PointsEvent.PointsExpired;
import dev.cairn.contracts.PointsEvent.PointsRedeemed;
import dev.cairn.contracts.PointsEvent.PointsReversed;
import dev.cairn.contracts.PointsEvent.PointsTransferred;

/** Tells the other services of a posting: exactly one event for each. */
final class PostingEvents {
    private PostingEvents() {}

    static PointsEvent of(Posting posting) {
        return switch (posting.kind()) {
            case EARNED -> earned(posting, (Subject.Award) posting.subject());
            case ACTIVATED -> activated(posting, source(posting.subject()));
            case REVERSED -> reversed(posting, (Subject.Award) posting.subject());
            case REDEEMED -> redeemed(posting, (Subject.Redemption) posting.subject());
            case EXPIRED -> expired(posting);
            case HELD -> placed(posting, (Subject.Hold) posting.subject());
            case HOLD_CAPTURED -> settled(posting, posting.points());
            case HOLD_RELEASED -> settled(posting, 0);
            case TRANSFERRED_OUT -> transferred(posting, (Subject.Transfer) posting.subject());
            case REDEMPTION_CANCELLED,
                    EXPIRY_CANCELLED,
                    TRANSFERRED_IN,
                    CONVERTED_OUT,
                    CONVERTED_IN,
                    ADJUSTED_UP,
                    ADJUSTED_DOWN,
                    IMPORTED,
                    REINSTATED,
                    FORFEITED ->
                    adjusted(posting);
        };
    }

    private static PointsEarned earned(Posting posting, Subject.Award award) {
        return new PointsEarned(
                posting.id().toString(),
                posting.account().memberId(),
                posting.account().currency(),
                posting.points(),
                posting.balanceAfter(),
                award.awardId(),
                award.category(),
                award.pending(),
                award.expiresAt(),
                posting.occurredAt());
    }

    private static PointsActivated activated(Posting posting, String source) {
        return new PointsActivated(
                posting.id().toString(),
                posting.account().memberId(),
                posting.account().currency(),
                posting.points(),
                posting.balanceAfter(),
                source,
                posting.occurredAt());
    }

    /** What paid the points: an award, or the lot that they came in with. */
    private static String source(Subject subject) {
        return subject instanceof Subject.Award award
                ? award.awardId()
                : "lot:" + ((Subject.Deed) subject).id();
    }

    private static PointsReversed reversed(Posting posting, Subject.Award award) {
        return new PointsReversed(
                posting.id().toString(),
                posting.account().memberId(),
                posting.account().currency(),
                posting.points(),
                posting.balanceAfter(),
                posting.arrearsAfter(),
                award.awardId(),
                award.category(),
                posting.reason(),
                posting.occurredAt());
    }

    private static PointsRedeemed redeemed(Posting posting, Subject.Redemption redemption) {
        return new PointsRedeemed(
                posting.id().toString(),
                posting.account().memberId(),
                posting.account().currency(),
                posting.points(),
                posting.balanceAfter(),
                redemption.redemptionId().toString(),
                redemption.rewardId(),
                redemption.title(),
                posting.occurredAt());
    }

    private static PointsExpired expired(Posting posting) {
        return new PointsExpired(
                posting.id().toString(),
                posting.account().memberId(),
                posting.account().currency(),
                posting.points(),
                posting.balanceAfter(),
                posting.occurredAt());
    }

    private static HoldPlaced placed(Posting posting, Subject.Hold hold) {
        return new HoldPlaced(
                hold.holdId().toString(),
                posting.account().memberId(),
                posting.account().currency(),
                posting.points(),
                posting.balanceAfter(),
                hold.lapsesAt(),
                posting.occurredAt());
    }

    private static HoldSettled settled(Posting posting, long captured) {
        return new HoldSettled(
                ((Subject.Hold) posting.subject()).holdId().toString(),
                posting.account().memberId(),
                posting.account().currency(),
                captured,
                posting.balanceAfter(),
                posting.occurredAt());
    }

    private static PointsTransferred transferred(Posting posting, Subject.Transfer transfer) {
        return new PointsTransferred(
                posting.id().toString(),
                posting.account().memberId(),
                transfer.counterparty(),
                posting.account().currency(),
                posting.points(),
                posting.balanceAfter(),
                posting.occurredAt());
    }

    private static PointsAdjusted adjusted(Posting posting) {
        return new PointsAdjusted(
                posting.id().toString(),
                posting.account().memberId(),
                posting.account().currency(),
                posting.points(),
                posting.kind().sign() > 0,
                posting.balanceAfter(),
                posting.kind().label(),
                posting.occurredAt());
    }
}
