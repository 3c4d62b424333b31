package dev.cairn.segment.membership;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.clock.Sweep;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.segment.member.MemberStore;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/**
 * Evaluates all members again after a definition changed, in batches. A member that something
 * happens to meanwhile is brought up to date by that; a killed run goes on where it stopped.
 */
@ApplicationScoped
public class DefinitionSweep implements Sweep {
    private static final int BATCH = 500;

    private final Database database;
    private final MemberStore members;
    private final InForce inForce;
    private final MoveMembers moves;
    private final CairnClock clock;

    public DefinitionSweep(
            Database database,
            MemberStore members,
            InForce inForce,
            MoveMembers moves,
            CairnClock clock) {
        this.database = database;
        this.members = members;
        this.inForce = inForce;
        this.moves = moves;
        this.clock = clock;
    }

    /**
     * Definitions come into force before the first event is heard, or the service does not start.
     */
    void start(@Observes @Priority(10) StartupEvent event) {
        Log.infof(
                "segments in force: epoch=%d segments=%d",
                inForce.epoch(), inForce.segments().size());
        Thread.ofVirtual().name("segment-definitions").start(this::atStart);
    }

    private void atStart() {
        try {
            run(clock.instant());
        } catch (RuntimeException failure) {
            Log.error("members were not evaluated against new definitions, next sweep", failure);
        }
    }

    @Override
    public String name() {
        return "segment-definitions";
    }

    @Override
    public void run(Instant now) {
        while (database.inTransaction(tx -> batch(tx, now)) > 0) {}
    }

    private int batch(Tx tx, Instant now) {
        var stale = members.lockStale(tx, inForce.epoch(), now, inForce.reach(), BATCH).values();
        moves.settle(
                tx,
                stale.stream()
                        .map(m -> new Change(m, m, MoveCause.DEFINITION, Cause.none()))
                        .toList());
        return stale.size();
    }
}
