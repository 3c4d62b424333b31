package dev.cairn.segment.membership;

import static java.util.Collections.nCopies;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.outbox.Outbox;
import dev.cairn.segment.member.Member;
import dev.cairn.segment.member.MemberStore;
import dev.cairn.segment.membership.Moves.Decision;
import dev.cairn.segment.membership.Moves.Standing;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves members between segments, in the transaction of whatever happened to them. */
@ApplicationScoped
public class MoveMembers {
    private final MemberStore members;
    private final MembershipStore memberships;
    private final InForce inForce;
    private final Outbox outbox;
    private final CairnClock clock;
    private final MoveMetrics metrics;

    public MoveMembers(
            MemberStore members,
            MembershipStore memberships,
            InForce inForce,
            Outbox outbox,
            CairnClock clock,
            MoveMetrics metrics) {
        this.members = members;
        this.memberships = memberships;
        this.inForce = inForce;
        this.outbox = outbox;
        this.clock = clock;
        this.metrics = metrics;
    }

    /** Locks members in the order of their ids; new ones begin to exist. */
    public Map<String, Member> lock(Tx tx, Collection<String> ids) {
        return members.lock(tx, ids, inForce.epoch(), clock.instant(), inForce.reach());
    }

    /** Keeps what members have become, and moves those that belong elsewhere now. */
    public void settle(Tx tx, List<Change> changes) {
        Instant now = clock.instant();
        var ids = changes.stream().map(change -> change.before().id()).toList();
        var standings = memberships.of(tx, ids);
        var settled = new ArrayList<Settled>();
        for (Change change : changes) {
            var in = standings.getOrDefault(change.before().id(), Map.of());
            settled.add(settle(change, in, now));
        }
        keep(tx, settled);
        tx.afterCommit(() -> metrics.evaluated(changes.stream().map(Change::cause).toList()));
    }

    /** Carries out what fell due; tells how many members there were. */
    int letTimePass(Tx tx, Collection<Member> due, Instant now) {
        var standings = memberships.of(tx, due.stream().map(Member::id).toList());
        var settled = new ArrayList<Settled>();
        for (Member member : due) {
            var in = standings.getOrDefault(member.id(), Map.of());
            var facts = member.facts(inForce.unknownZone());
            var decision = Moves.asTimePasses(inForce.segments(), standing(member, in), facts, now);
            settled.add(settled(member, decision, Cause.none()));
        }
        keep(tx, settled);
        tx.afterCommit(() -> metrics.evaluated(nCopies(due.size(), MoveCause.TIME)));
        return due.size();
    }

    /** A member with the moves that are to be told. */
    private record Settled(Member member, List<Move> moves, Cause trace) {}

    private Settled settle(Change change, Map<String, Membership> in, Instant now) {
        if (change.before().epoch() > inForce.epoch()) {
            // a replica with newer definitions has taken over: leave the decision to it
            var later = change.after().evaluated(change.before().epoch(), Optional.of(now));
            return new Settled(later, List.of(), change.trace());
        }
        Decision decision =
                Moves.afterChange(
                        inForce.segments(),
                        standing(change.before(), in),
                        change.before().facts(inForce.unknownZone()),
                        change.after().facts(inForce.unknownZone()),
                        change.cause(),
                        now);
        return settled(change.after(), decision, change.trace());
    }

    private Settled settled(Member member, Decision decision, Cause trace) {
        var evaluated = member.evaluated(inForce.epoch(), decision.dueAt());
        return new Settled(evaluated, decision.moves(), trace);
    }

    private Standing standing(Member member, Map<String, Membership> in) {
        return new Standing(member.id(), in, member.epoch() < inForce.epoch(), member.dueAt());
    }

    private void keep(Tx tx, List<Settled> settled) {
        members.save(tx, settled.stream().map(Settled::member).toList());
        var moves = settled.stream().flatMap(s -> s.moves().stream()).toList();
        if (moves.isEmpty()) {
            return;
        }
        memberships.apply(tx, moves);
        outbox.append(
                tx,
                settled.stream()
                        .flatMap(
                                s ->
                                        s.moves().stream()
                                                .map(m -> new Outbox.Effect(s.trace(), m.event())))
                        .toList());
        tx.afterCommit(() -> metrics.moved(moves));
    }
}
