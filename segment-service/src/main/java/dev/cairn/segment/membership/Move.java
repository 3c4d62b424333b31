package dev.cairn.segment.membership;

import dev.cairn.contracts.SegmentEvent;
import dev.cairn.contracts.SegmentEvent.SegmentEntered;
import dev.cairn.contracts.SegmentEvent.SegmentExited;
import java.time.Instant;

/** A member enters or leaves a segment. */
record Move(
        String member,
        String segment,
        long version,
        Direction direction,
        MoveCause cause,
        Instant at) {

    enum Direction {
        ENTERED,
        EXITED
    }

    SegmentEvent event() {
        return switch (direction) {
            case ENTERED -> new SegmentEntered(member, segment, version, cause.label(), at);
            case EXITED -> new SegmentExited(member, segment, version, cause.label(), at);
        };
    }
}
