package dev.cairn.segment.membership;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.segment.definition.Segments;
import dev.cairn.segment.membership.EpochStore.Epoch;
import dev.cairn.segment.membership.EpochStore.Written;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.TreeMap;

/** Brings the definitions of the file into force, each set under a number of its own. */
@ApplicationScoped
public class Epochs {
    private static final Epoch NONE = new Epoch(0, Map.of());

    private final long current;

    public Epochs(Database database, EpochStore store, Segments segments, CairnClock clock) {
        var now = clock.instant();
        this.current =
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
    public long current() {
        return current;
    }

    /**
     * The epoch for the definitions of the file: the latest if nothing changed, else the next.
     *
     * @throws IllegalStateException if a condition changed without a higher version
     */
    static Epoch next(Epoch latest, Map<String, Written> written) {
        written.forEach((id, segment) -> refuseSilentChange(id, latest.segments().get(id), segment));
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
