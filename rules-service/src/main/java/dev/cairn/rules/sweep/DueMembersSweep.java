package dev.cairn.rules.sweep;

import dev.cairn.kit.clock.Sweep;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.rules.award.EvaluateMembers;
import dev.cairn.rules.award.Triggers;
import dev.cairn.rules.programme.Programme;
import dev.cairn.rules.programme.ProgrammeVersionStore;
import dev.cairn.rules.state.MemberStateStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Evaluates the members for whom time has made news. A replica whose programme was replaced leaves
 * that to the others.
 */
@ApplicationScoped
public class DueMembersSweep implements Sweep {
    /** Few enough that consumers do not wait long for a member's row. */
    private static final int AT_ONCE = 200;

    private final Database database;
    private final MemberStateStore states;
    private final EvaluateMembers evaluation;
    private final ProgrammeVersionStore versions;
    private final Programme programme;

    DueMembersSweep(
            Database database,
            MemberStateStore states,
            EvaluateMembers evaluation,
            ProgrammeVersionStore versions,
            Programme programme) {
        this.database = database;
        this.states = states;
        this.evaluation = evaluation;
        this.versions = versions;
        this.programme = programme;
    }

    @Override
    public String name() {
        return "due-members";
    }

    @Override
    public void run(Instant now) {
        var more = true;
        while (more) {
            more = database.inTransaction(tx -> someDue(tx, now)) == AT_ONCE;
        }
    }

    /** How many were evaluated. */
    int someDue(Tx tx, Instant now) {
        if (versions.isReplaced(tx, programme.version())) {
            return 0;
        }
        var due = states.due(tx, now, AT_ONCE);
        var triggers = new Triggers();
        due.forEach(triggers::add);
        evaluation.evaluate(tx, triggers);
        return due.size();
    }
}
