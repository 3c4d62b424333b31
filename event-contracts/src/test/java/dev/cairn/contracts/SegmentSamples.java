package dev.cairn.contracts;

import static dev.cairn.contracts.Sample.AT;
import static dev.cairn.contracts.Sample.MEMBER;
import static dev.cairn.contracts.Sample.complete;

import dev.cairn.contracts.SegmentEvent.SegmentEntered;
import dev.cairn.contracts.SegmentEvent.SegmentExited;
import java.util.stream.Stream;

final class SegmentSamples {
    private SegmentSamples() {}

    static Stream<Sample> all() {
        return Stream.of(
                complete(new SegmentEntered(MEMBER, "champion", 2, "activity", AT)),
                complete(new SegmentExited(MEMBER, "active", 1, "time", AT)));
    }
}
