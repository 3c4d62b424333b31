package dev.cairn.segment.membership;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.segment.definition.Segment;
import dev.cairn.segment.definition.SegmentConfig;
import dev.cairn.segment.definition.Segments;
import dev.cairn.segment.membership.EpochStore.Epoch;
import dev.cairn.segment.membership.EpochStore.Written;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The definitions in force: those of the file, under a number that goes up with every change. */
@ApplicationScoped
public class InForce {
    private static final Epoch NONE = new Epoch(0, Map.of());

    private final Segments segments;
    private final ZoneId unknownZone;
    private final long epoch;

    public InForce(
            Database database,
            EpochStore store,
            Segments segments,
            SegmentConfig config,
            CairnClock clock) {
        this.segments = segments;
        this.unknownZone = config.zone();
        var now = clock.instant();
        this.epoch =
                database.inTransaction(
                        tx -> {
                            var latest = store.lockLatest(tx);
                            var next = next(latest.orElse(NONE), written(segments));
                            if (latest.isEmpty() || next.number() != latest.get().number()) {
                                store.add(tx, next, now);
                            }
                            return next.number();
                        });
    }

    /** The number of the definitions in force. */
    long epoch() {
        return epoch;
    }

    List<Segment> segments() {
        return segments.all();
    }

    /** How many days back the segments look. */
    int reach() {
        return segments.reach();
    }

    /** The zone of members whose profile is not known. */
    ZoneId unknownZone() {
        return unknownZone;
    }

    /**
     * The epoch for the definitions of the file: the latest if nothing changed, else the next.
     *
     * @throws IllegalStateException if a condition changed without a higher version
     */
    static Epoch next(Epoch latest, Map<String, Written> written) {
        written.forEach(
                (id, segment) -> refuseSilentChange(id, latest.segments().get(id), segment));
        return latest.number() > 0 && latest.segments().equals(written)
                ? latest
                : new Epoch(latest.number() + 1, written);
    }

    private static Map<String, Written> written(Segments segments) {
        var written = new TreeMap<String, Written>();
        segments.all().forEach(s -> written.put(s.id(), new Written(s.version(), s.tree())));
        return written;
    }

    private static void refuseSilentChange(String id, Written before, Written after) {
        if (before == null || before.equals(after)) {
            return;
        }
        if (after.version() <= before.version()) {
            throw new IllegalStateException(
                    "segment "
                            + id
                            + ": the condition differs from version "
                            + before.version()
                            + " in force; give it a higher version");
        }
    }
}
