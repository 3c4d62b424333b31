package dev.cairn.rules.sweep;

import static dev.cairn.rules.Till.purchase;
import static dev.cairn.rules.Till.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import dev.cairn.rules.RulesTest;
import dev.cairn.rules.award.EvaluateMembers;
import dev.cairn.rules.award.Triggers;
import dev.cairn.rules.programme.Programme;
import dev.cairn.rules.programme.ProgrammeVersionStore;
import dev.cairn.rules.programme.ProgrammeVersions.Recorded;
import dev.cairn.rules.state.MemberStateStore;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A rollout of a new programme: this replica still has the old one, another has the new one. */
@RulesTest
class ReplacedProgrammeTest {
    @Inject Database database;
    @Inject CairnClock clock;
    @Inject Programme programme;
    @Inject ProgrammeVersionStore versions;
    @Inject MemberStateStore states;
    @Inject EvaluateMembers evaluation;
    @Inject DueMembersSweep sweep;

    private final String member = "m-" + UUID.randomUUID();

    @Test
    void whoeverTheOldProgrammeEvaluatesIsDueForTheNewOneAtOnce() {
        report(purchase(member + "-1", member, clock.instant().toString(), 500)).statusCode(202);

        undone(
                tx -> {
                    evaluate(tx);
                    assertThat(due(tx)).isFalse();

                    anotherReplicaAdoptsTheNextVersion(tx);
                    evaluate(tx);

                    assertThat(due(tx)).isTrue();
                });
    }

    @Test
    void aReplicaWithTheOldProgrammeLeavesDueMembersToTheOthers() {
        report(purchase(member + "-1", member, clock.instant().toString(), 500)).statusCode(202);

        undone(
                tx -> {
                    anotherReplicaAdoptsTheNextVersion(tx);
                    evaluate(tx);

                    assertThat(sweep.someDue(tx, clock.instant())).isZero();
                    assertThat(due(tx)).isTrue();
                });
    }

    private void anotherReplicaAdoptsTheNextVersion(Tx tx) {
        var next = new Recorded(programme.id(), programme.version() + 1, "hash of the next");
        versions.add(tx, next, clock.instant());
    }

    private void evaluate(Tx tx) {
        var triggers = new Triggers();
        triggers.add(member);
        evaluation.evaluate(tx, triggers);
    }

    private boolean due(Tx tx) {
        return states.due(tx, clock.instant(), Integer.MAX_VALUE).contains(member);
    }

    /** Other tests share the database, so nothing of this may stay. */
    private void undone(Consumer<Tx> work) {
        var undo = new IllegalStateException("undone");
        try {
            database.transact(
                    tx -> {
                        work.accept(tx);
                        throw undo;
                    });
        } catch (IllegalStateException e) {
            assertThat(e).isSameAs(undo);
        }
    }
}
