package dev.cairn.contracts;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event as it honestly looks, once with everything filled in and once with the least: whatever
 * may be missing is null or empty there.
 */
record Sample(Event full, Event least) {
    static final String MEMBER = "m-4711";
    static final Instant AT = Instant.parse("2026-03-04T17:05:30.250Z");

    private static final Map<EventType, Sample> ALL =
            Stream.of(
                            ActivitySamples.all(),
                            RewardSamples.all(),
                            PointsSamples.all(),
                            MemberSamples.all(),
                            SegmentSamples.all(),
                            MessageSamples.all())
                    .flatMap(Function.identity())
                    .collect(Collectors.toMap(Sample::type, Function.identity()));

    /** An event of which nothing may be missing. */
    static Sample complete(Event event) {
        return new Sample(event, event);
    }

    static Sample of(EventType type) {
        return ALL.get(type);
    }

    private EventType type() {
        return EventType.of(full);
    }
}
