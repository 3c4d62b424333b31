package dev.cairn.contracts;

import java.time.Instant;

/** Moves between customer segments, on {@link Topics#SEGMENTS}. */
public sealed interface SegmentEvent extends Event {

    /** The segment's id. */
    String segment();

    /** Version of the definition that decided. */
    long version();

    /**
     * The member meets the segment's conditions now.
     *
     * @param cause what moved the member: {@code activity}, {@code points}, {@code message}, {@code
     *     member}, {@code time} or {@code definition}
     */
    record SegmentEntered(
            String memberId, String segment, long version, String cause, Instant occurredAt)
            implements SegmentEvent {}

    /** The member no longer meets the segment's conditions. */
    record SegmentExited(
            String memberId, String segment, long version, String cause, Instant occurredAt)
            implements SegmentEvent {}
}
