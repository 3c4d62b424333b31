package dev.cairn.rules.award;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.rules.programme.Programme;
import dev.cairn.rules.programme.ProgrammeFile;
import dev.cairn.rules.programme.ProgrammeVersionStore;
import dev.cairn.rules.programme.ProgrammeVersions;
import dev.cairn.rules.programme.ProgrammeVersions.Recorded;
import dev.cairn.rules.programme.ProgrammeVersions.Verdict;
import dev.cairn.rules.state.MemberStateStore;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/**
 * Puts the programme in force at start. A changed file needs a higher version; then all members are
 * evaluated anew in the background, and readers see the new version at once.
 */
@ApplicationScoped
class AdoptProgramme {
    private final Programme programme;
    private final Database database;
    private final CairnClock clock;
    private final ProgrammeVersionStore versions;
    private final MemberStateStore states;
    private final FoldWithinBudgets folding;

    AdoptProgramme(
            Programme programme,
            Database database,
            CairnClock clock,
            ProgrammeVersionStore versions,
            MemberStateStore states,
            FoldWithinBudgets folding) {
        this.programme = programme;
        this.database = database;
        this.clock = clock;
        this.versions = versions;
        this.states = states;
        this.folding = folding;
    }

    void atStart(@Observes @Priority(10) StartupEvent event) {
        database.transact(this::adopt);
    }

    private void adopt(Tx tx) {
        var hash = ProgrammeFile.hash(programme);
        var newest = versions.lockNewest(tx);
        switch (ProgrammeVersions.decide(programme, hash, newest)) {
            case Verdict.Unchanged unchanged -> makeDue(tx, clock.instant());
            case Verdict.Refused refused -> throw new IllegalStateException(refused.sentence());
            case Verdict.Newer newer -> {
                var now = clock.instant();
                versions.add(tx, new Recorded(programme.id(), programme.version(), hash), now);
                folding.define(tx);
                makeDue(tx, now);
            }
        }
    }

    /** Also at a start that changes nothing: replicas with the old file may have gone on since. */
    private void makeDue(Tx tx, Instant now) {
        var members = states.makeDue(tx, programme.version(), now);
        Log.infof(
                "programme in force: id=%s version=%d membersToEvaluate=%d",
                programme.id(), programme.version(), members);
    }
}
