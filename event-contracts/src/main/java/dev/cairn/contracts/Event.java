package dev.cairn.contracts;

import java.time.Instant;

/**
 * Something that happened to a member. Implemented by records only; {@link EventType} lists them
 * all. An event carries no contact data: {@code memberId} is a pseudonym.
 */
public sealed interface Event
        permits ActivityEvent, RewardEvent, PointsEvent, MemberEvent, SegmentEvent, MessageEvent {

    /** The member it happened to; also the record key, so that a member's events stay in order. */
    String memberId();

    /** When it happened, which may be long before it was recorded. */
    Instant occurredAt();
}
