package dev.cairn.rules.state;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.measure.Gauges;
import dev.cairn.kit.measure.Measured;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Tells how far evaluation is behind what members did. */
@ApplicationScoped
class UnfoldedMeasured implements Measured {
    static final String MEMBERS = "cairn_rules_unfolded_members";
    static final String OLDEST = "cairn_rules_unfolded_oldest_seconds";

    private final Database database;
    private final UnfoldedStore store;

    /** So that each look goes over little more than what waits. */
    private Instant lookFrom;

    UnfoldedMeasured(Database database, UnfoldedStore store) {
        this.database = database;
        this.store = store;
    }

    @Override
    public void measure(Gauges gauges) {
        var unfolded = database.read(tx -> store.since(tx, lookFrom));
        lookFrom = unfolded.lookFrom();
        gauges.set(
                MEMBERS,
                "Members with a reported activity that is not evaluated yet",
                unfolded.members());
        gauges.set(
                OLDEST,
                "Age of the oldest reported activity that is not evaluated yet; 0 when none waits",
                unfolded.oldestSeconds());
    }
}
