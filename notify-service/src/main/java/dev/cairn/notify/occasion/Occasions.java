package dev.cairn.notify.occasion;

import dev.cairn.contracts.ActivityEvent;
import dev.cairn.contracts.Event;
import dev.cairn.contracts.MemberEvent;
import dev.cairn.contracts.MemberEvent.MemberChanged;
import dev.cairn.contracts.MemberEvent.MemberEnrolled;
import dev.cairn.contracts.MemberEvent.MemberErased;
import dev.cairn.contracts.MemberEvent.MemberMerged;
import dev.cairn.contracts.MessageEvent;
import dev.cairn.contracts.PointsEvent;
import dev.cairn.contracts.PointsEvent.HoldPlaced;
import dev.cairn.contracts.PointsEvent.HoldSettled;
import dev.cairn.contracts.PointsEvent.PointsActivated;
import dev.cairn.contracts.PointsEvent.PointsAdjusted;
import dev.cairn.contracts.PointsEvent.PointsEarned;
import dev.cairn.contracts.PointsEvent.PointsExpired;
import dev.cairn.contracts.PointsEvent.PointsExpiring;
import dev.cairn.contracts.PointsEvent.PointsRedeemed;
import dev.cairn.contracts.PointsEvent.PointsReversed;
import dev.cairn.contracts.PointsEvent.PointsTransferred;
import dev.cairn.contracts.RewardEvent;
import dev.cairn.contracts.RewardEvent.AwardSet;
import dev.cairn.contracts.RewardEvent.BadgeAwarded;
import dev.cairn.contracts.RewardEvent.BadgeRevoked;
import dev.cairn.contracts.RewardEvent.ChallengeCompleted;
import dev.cairn.contracts.RewardEvent.MilestoneReached;
import dev.cairn.contracts.RewardEvent.StreakAtRisk;
import dev.cairn.contracts.RewardEvent.StreakBroken;
import dev.cairn.contracts.RewardEvent.StreakExtended;
import dev.cairn.contracts.RewardEvent.TierChanged;
import dev.cairn.contracts.SegmentEvent;
import dev.cairn.contracts.SegmentEvent.SegmentEntered;
import dev.cairn.contracts.SegmentEvent.SegmentExited;
import dev.cairn.notify.candidate.Candidate;
import dev.cairn.notify.delivery.Retraction;
import dev.cairn.notify.occasion.Notice.Nothing;
import dev.cairn.notify.occasion.Notice.Say;
import dev.cairn.notify.occasion.Notice.TakeBack;
import dev.cairn.notify.template.Template;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Which events are worth a word, for how long, and which make an earlier word untrue. */
final class Occasions {
    private static final String LAPSED = "lapsed";
    private static final Duration WELCOME_OF_USE = Duration.ofDays(7);
    private static final Duration MILESTONE_OF_USE = Duration.ofDays(7);
    private static final Duration REDEMPTION_OF_USE = Duration.ofDays(2);
    private static final Duration WIN_BACK_OF_USE = Duration.ofDays(14);

    private Occasions() {}

    static Notice of(Event event) {
        return switch (event) {
            case RewardEvent reward -> of(reward);
            case PointsEvent points -> of(points);
            case MemberEvent member -> of(member);
            case SegmentEvent segment -> of(segment);
            case ActivityEvent _, MessageEvent _ -> new Nothing();
        };
    }

    private static Notice of(RewardEvent event) {
        return switch (event) {
            case MilestoneReached reached -> new Say(milestone(reached));
            case StreakAtRisk risk -> new Say(risk(risk));
            case StreakExtended kept -> new TakeBack(noRisk(kept));
            case AwardSet _,
                    StreakBroken _,
                    BadgeAwarded _,
                    BadgeRevoked _,
                    TierChanged _,
                    ChallengeCompleted _ ->
                    new Nothing();
        };
    }

    private static Notice of(PointsEvent event) {
        return switch (event) {
            case PointsRedeemed redeemed -> new Say(redeemed(redeemed));
            case PointsExpiring expiring -> new Say(expiring(expiring));
            case PointsEarned _,
                    PointsActivated _,
                    PointsReversed _,
                    PointsExpired _,
                    PointsAdjusted _,
                    PointsTransferred _,
                    HoldPlaced _,
                    HoldSettled _ ->
                    new Nothing();
        };
    }

    private static Notice of(MemberEvent event) {
        return switch (event) {
            case MemberEnrolled enrolled -> new Say(welcome(enrolled));
            case MemberChanged _, MemberMerged _, MemberErased _ -> new Nothing();
        };
    }

    private static Notice of(SegmentEvent event) {
        if (!event.segment().equals(LAPSED)) {
            return new Nothing();
        }
        return switch (event) {
            case SegmentEntered entered -> new Say(winBack(entered));
            case SegmentExited left -> new TakeBack(cameBack(left));
        };
    }

    private static Candidate milestone(MilestoneReached reached) {
        return Candidate.about(
                Template.MILESTONE_REACHED,
                reached.memberId(),
                reached.milestone() + ":" + reached.step(),
                reached.occurredAt(),
                reached.occurredAt().plus(MILESTONE_OF_USE),
                Map.of(
                        "title", reached.title(),
                        "step", reached.step(),
                        "points", reached.points()));
    }

    private static Candidate risk(StreakAtRisk risk) {
        return Candidate.about(
                Template.STREAK_AT_RISK,
                risk.memberId(),
                period(risk.streak(), risk.period()),
                risk.occurredAt(),
                risk.deadline(),
                Map.of("length", risk.length(), "deadline", risk.deadline()));
    }

    private static Retraction noRisk(StreakExtended kept) {
        return new Retraction(
                Template.STREAK_AT_RISK,
                kept.memberId(),
                Optional.of(period(kept.streak(), kept.period())),
                kept.occurredAt());
    }

    private static String period(String streak, String period) {
        return streak + ":" + period;
    }

    private static Candidate redeemed(PointsRedeemed redeemed) {
        return Candidate.about(
                Template.POINTS_REDEEMED,
                redeemed.memberId(),
                redeemed.redemptionId(),
                redeemed.occurredAt(),
                redeemed.occurredAt().plus(REDEMPTION_OF_USE),
                Map.of(
                        "title", redeemed.title(),
                        "points", redeemed.points(),
                        "balance", redeemed.balance(),
                        "redemption", redeemed.redemptionId()));
    }

    private static Candidate expiring(PointsExpiring expiring) {
        return Candidate.about(
                Template.POINTS_EXPIRING,
                expiring.memberId(),
                points(expiring) + ":" + expiring.expiresAt(),
                expiring.occurredAt(),
                expiring.expiresAt(),
                Map.of("points", expiring.points(), "expiry", expiring.expiresAt()));
    }

    /** A member's own and a household's may run out at the same instant. */
    private static String points(PointsExpiring expiring) {
        return expiring.household() == null
                ? expiring.currency()
                : expiring.household() + ":" + expiring.currency();
    }

    private static Candidate welcome(MemberEnrolled enrolled) {
        return Candidate.about(
                Template.WELCOME,
                enrolled.memberId(),
                "enrolled",
                enrolled.occurredAt(),
                enrolled.occurredAt().plus(WELCOME_OF_USE),
                Map.of());
    }

    private static Candidate winBack(SegmentEntered entered) {
        return Candidate.about(
                Template.WIN_BACK,
                entered.memberId(),
                entered.segment() + ":" + entered.occurredAt(),
                entered.occurredAt(),
                entered.occurredAt().plus(WIN_BACK_OF_USE),
                Map.of());
    }

    private static Retraction cameBack(SegmentExited left) {
        return new Retraction(
                Template.WIN_BACK, left.memberId(), Optional.empty(), left.occurredAt());
    }
}
