package dev.cairn.segment.membership;

import dev.cairn.kit.clock.CairnClock;
import dev.cairn.kit.db.Tx;
import dev.cairn.kit.event.Cause;
import dev.cairn.kit.outbox.Outbox;
import dev.cairn.segment.definition.SegmentConfig;
import dev.cairn.segment.definition.Segments;
import dev.cairn.segment.member.Member;
import dev.cairn.segment.member.MemberStore;
import dev.cairn.segment.membership.Moves.Decision;
import dev.cairn.segment.membership.Moves.Standing;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Moves members between segments, in the transaction of whatever happened to them. */
@ApplicationScoped
public class MoveMembers {
    private static final String MOVES = "cairn_segment_moves";

    private final MemberStore members;
    private final MembershipStore memberships;
    private final Segments segments;
    private final Epochs epochs;
    private final Outbox outbox;
    private final CairnClock clock;
    private final MeterRegistry metrics;
    private final ZoneId unknownZone;

    public MoveMembers(
            MemberStore members,
            MembershipStore memberships,
            Segments segments,
            Epochs epochs,
            Outbox outbox,
            CairnClock clock,
            MeterRegistry metrics,
            SegmentConfig config) {
        this.members = members;
        this.memberships = memberships;
        this.segments = segments;
        this.epochs = epochs;
        this.outbox = outbox;
        this.clock = clock;
        this.metrics = metrics;
        this.unknownZone = config.zone();
    }

    /** Locks members in the order of their ids; new ones begin to exist. */
    public Map<String, Member> lock(Tx tx, Collection<String> ids) {
        return members.lock(tx, ids, epochs.current(), clock.instant(), segments.reach());
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
    }

    /** Carries out what fell due; tells how many members there were. */
    int letTimePass(Tx tx, Collection<Member> due, Instant now) {
        var standings = memberships.of(tx, due.stream().map(Member::id).toList());
        keep(
                tx,
                due.stream()
                        .map(
                                member -> {
                                    var in = standings.getOrDefault(member.id(), Map.of());
                                    var facts = member.facts(unknownZone);
                                    var decision =
                                            Moves.asTimePasses(
                                                    segments.all(),
                                                    standing(member, in),
                                                    facts,
                                                    now);
                                    return new Settled(
                                            member.evaluated(epochs.current(), decision.dueAt()),
                                            decision.moves(),
                                            Cause.none());
                                })
                        .toList());
        return due.size();
    }

    /** A member with the moves that are to be told. */
    private record Settled(Member member, List<Move> moves, Cause trace) {}

    private Settled settle(Change change, Map<String, Membership> in, Instant now) {
        if (change.before().epoch() > epochs.current()) {
            // a replica with newer definitions has taken over: leave the decision to it
            var later = change.after().evaluated(change.before().epoch(), Optional.of(now));
            return new Settled(later, List.of(), change.trace());
        }
        Decision decision =
                Moves.afterChange(
                        segments.all(),
                        standing(change.before(), in),
                        change.before().facts(unknownZone),
                        change.after().facts(unknownZone),
                        change.cause(),
                        now);
        return new Settled(
                change.after().evaluated(epochs.current(), decision.dueAt()),
                decision.moves(),
                change.trace());
    }

    private Standing standing(Member member, Map<String, Membership> in) {
        return new Standing(
                member.id(), in, member.epoch() < epochs.current(), member.dueAt());
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
        tx.afterCommit(() -> moves.forEach(this::count));
    }

    private void count(Move move) {
        metrics.counter(
                        MOVES,
                        "direction",
                        move.direction().name().toLowerCase(java.util.Locale.ROOT),
                        "cause",
                        move.cause().label())
                .increment();
    }
}
