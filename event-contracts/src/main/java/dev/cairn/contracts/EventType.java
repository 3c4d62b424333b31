package dev.cairn.contracts;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All kinds of events: the CloudEvents {@code type}, the topic and the record of each. The list is
 * explicit, so that nothing has to be found by reflection in a native executable.
 */
public enum EventType {
    ACTIVITY_RECORDED("activity.recorded", Topics.ACTIVITIES, ActivityEvent.ActivityRecorded.class),
    ACTIVITY_RETURNED("activity.returned", Topics.ACTIVITIES, ActivityEvent.ActivityReturned.class),
    ACTIVITY_VOIDED("activity.voided", Topics.ACTIVITIES, ActivityEvent.ActivityVoided.class),
    AWARD_SET("award.set", Topics.REWARDS, RewardEvent.AwardSet.class),
    MILESTONE_REACHED("milestone.reached", Topics.REWARDS, RewardEvent.MilestoneReached.class),
    STREAK_EXTENDED("streak.extended", Topics.REWARDS, RewardEvent.StreakExtended.class),
    STREAK_AT_RISK("streak.at-risk", Topics.REWARDS, RewardEvent.StreakAtRisk.class),
    STREAK_BROKEN("streak.broken", Topics.REWARDS, RewardEvent.StreakBroken.class),
    BADGE_AWARDED("badge.awarded", Topics.REWARDS, RewardEvent.BadgeAwarded.class),
    BADGE_REVOKED("badge.revoked", Topics.REWARDS, RewardEvent.BadgeRevoked.class),
    TIER_CHANGED("tier.changed", Topics.REWARDS, RewardEvent.TierChanged.class),
    CHALLENGE_COMPLETED(
            "challenge.completed", Topics.REWARDS, RewardEvent.ChallengeCompleted.class),
    POINTS_EARNED("points.earned", Topics.POINTS, PointsEvent.PointsEarned.class),
    POINTS_ACTIVATED("points.activated", Topics.POINTS, PointsEvent.PointsActivated.class),
    POINTS_REDEEMED("points.redeemed", Topics.POINTS, PointsEvent.PointsRedeemed.class),
    POINTS_REVERSED("points.reversed", Topics.POINTS, PointsEvent.PointsReversed.class),
    POINTS_EXPIRED("points.expired", Topics.POINTS, PointsEvent.PointsExpired.class),
    POINTS_EXPIRING("points.expiring", Topics.POINTS, PointsEvent.PointsExpiring.class),
    POINTS_ADJUSTED("points.adjusted", Topics.POINTS, PointsEvent.PointsAdjusted.class),
    POINTS_TRANSFERRED("points.transferred", Topics.POINTS, PointsEvent.PointsTransferred.class),
    HOLD_PLACED("hold.placed", Topics.POINTS, PointsEvent.HoldPlaced.class),
    HOLD_SETTLED("hold.settled", Topics.POINTS, PointsEvent.HoldSettled.class),
    MEMBER_ENROLLED("member.enrolled", Topics.MEMBERS, MemberEvent.MemberEnrolled.class),
    MEMBER_CHANGED("member.changed", Topics.MEMBERS, MemberEvent.MemberChanged.class),
    MEMBER_MERGED("member.merged", Topics.MEMBERS, MemberEvent.MemberMerged.class),
    MEMBER_ERASED("member.erased", Topics.MEMBERS, MemberEvent.MemberErased.class),
    SEGMENT_ENTERED("segment.entered", Topics.SEGMENTS, SegmentEvent.SegmentEntered.class),
    SEGMENT_EXITED("segment.exited", Topics.SEGMENTS, SegmentEvent.SegmentExited.class),
    MESSAGE_SENT("message.sent", Topics.MESSAGES, MessageEvent.MessageSent.class),
    MESSAGE_DEFERRED("message.deferred", Topics.MESSAGES, MessageEvent.MessageDeferred.class),
    MESSAGE_SKIPPED("message.skipped", Topics.MESSAGES, MessageEvent.MessageSkipped.class),
    MESSAGE_FAILED("message.failed", Topics.MESSAGES, MessageEvent.MessageFailed.class),
    MESSAGE_DELIVERED("message.delivered", Topics.MESSAGES, MessageEvent.MessageDelivered.class),
    MESSAGE_OPENED("message.opened", Topics.MESSAGES, MessageEvent.MessageOpened.class),
    MESSAGE_CLICKED("message.clicked", Topics.MESSAGES, MessageEvent.MessageClicked.class),
    MESSAGE_BOUNCED("message.bounced", Topics.MESSAGES, MessageEvent.MessageBounced.class),
    MESSAGE_COMPLAINED("message.complained", Topics.MESSAGES, MessageEvent.MessageComplained.class),
    CONSENT_CHANGED("consent.changed", Topics.MESSAGES, MessageEvent.ConsentChanged.class),
    FEEDBACK_GIVEN("feedback.given", Topics.MESSAGES, MessageEvent.FeedbackGiven.class);

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values())
                    .collect(Collectors.toMap(EventType::typeName, Function.identity()));
    private static final Map<Class<?>, EventType> BY_CLASS =
            Arrays.stream(values())
                    .collect(Collectors.toMap(EventType::eventClass, Function.identity()));

    private final String noun;
    private final String topic;
    private final Class<? extends Event> eventClass;

    EventType(String noun, String topic, Class<? extends Event> eventClass) {
        this.noun = noun;
        this.topic = topic;
        this.eventClass = eventClass;
    }

    /** The CloudEvents type, such as {@code dev.cairn.award.set.v1}. */
    public String typeName() {
        return "dev.cairn." + noun + ".v1";
    }

    /** The topic that carries it. */
    public String topic() {
        return topic;
    }

    /** The record that holds its data. */
    public Class<? extends Event> eventClass() {
        return eventClass;
    }

    /** Class path location of the JSON Schema of its data. */
    public String schema() {
        return "schemas/" + noun + ".v1.json";
    }

    /** Identifier of that schema, carried in the CloudEvents attribute {@code dataschema}. */
    public String schemaUri() {
        return "https://cairn.dev/" + schema();
    }

    /** The kind with this CloudEvents type; empty for types that came later. */
    public static Optional<EventType> named(String typeName) {
        return Optional.ofNullable(BY_NAME.get(typeName));
    }

    /** The kind of an event. */
    public static EventType of(Event event) {
        return BY_CLASS.get(event.getClass());
    }
}
