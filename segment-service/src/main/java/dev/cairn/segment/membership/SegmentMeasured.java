package dev.cairn.segment.membership;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.measure.Gauges;
import dev.cairn.kit.measure.Measured;
import dev.cairn.segment.definition.Segment;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How large segments are, and how far their evaluation is behind the clock. */
@ApplicationScoped
public class SegmentMeasured implements Measured {
    static final String MEMBERS = "cairn_segment_members";
    static final String OVERDUE = "cairn_segment_refresh_overdue_seconds";

    private final Database database;
    private final MembershipStore memberships;
    private final OverdueStore overdue;
    private final InForce inForce;
    private final CairnClock clock;

    public SegmentMeasured(
            Database database,
            MembershipStore memberships,
            OverdueStore overdue,
            InForce inForce,
            CairnClock clock) {
        this.database = database;
        this.memberships = memberships;
        this.overdue = overdue;
        this.inForce = inForce;
        this.clock = clock;
    }

    private record Seen(Map<String, Long> sizes, Optional<Instant> waitingSince) {}

    @Override
    public void measure(Gauges gauges) {
        var now = clock.instant();
        var seen =
                database.read(
                        tx ->
                                new Seen(
                                        memberships.sizes(tx),
                                        overdue.since(tx, inForce.epoch(), now)));
        for (Segment segment : inForce.segments()) {
            gauges.set(
                    MEMBERS,
                    "Members of a segment now; every replica tells the same",
                    seen.sizes().getOrDefault(segment.id(), 0L),
                    "segment",
                    segment.id());
        }
        gauges.set(
                OVERDUE,
                "How long the longest waiting member should have been evaluated again, because time"
                        + " passed or a definition changed; 0 without",
                seen.waitingSince().map(since -> seconds(since, now)).orElse(0.0));
    }

    private static double seconds(Instant since, Instant now) {
        return Math.max(0, Duration.between(since, now).toMillis() / 1e3);
    }
}
