package dev.cairn.segment.membership;

import dev.cairn.segment.condition.MemberFacts;
import dev.cairn.segment.definition.Segment;
import dev.cairn.segment.membership.Move.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Decides who moves where. Pure: the same facts at the same instant give the same moves. */
final class Moves {
    private Moves() {}

    /**
     * What follows for a member.
     *
     * @param dueAt when time alone next moves the member
     */
    record Decision(List<Move> moves, Optional<Instant> dueAt) {}

    /**
     * Where a member stands.
     *
     * @param in the segments that the member is in
     * @param stale whether other definitions were in force when that was decided
     * @param dueAt when time alone would move the member, as decided then
     */
    record Standing(
            String member, Map<String, Membership> in, boolean stale, Optional<Instant> dueAt) {}

    /**
     * The moves after something happened to a member. What would have happened without it, because
     * time passed or a definition changed, is not blamed on it and carries its own instant.
     */
    static Decision afterChange(
            Collection<Segment> segments,
            Standing standing,
            MemberFacts before,
            MemberFacts after,
            MoveCause cause,
            Instant now) {
        var moves = new ArrayList<Move>();
        for (Segment segment : segments) {
            boolean meets = segment.evaluator().met(after, now);
            if (meets == standing.in().containsKey(segment.id())) {
                continue;
            }
            boolean anyway = segment.evaluator().met(before, now) == meets;
            if (anyway && standing.stale()) {
                moves.add(move(standing, segment, meets, MoveCause.DEFINITION, now));
            } else if (anyway && standing.dueAt().filter(due -> !due.isAfter(now)).isPresent()) {
                Instant at = lastFlip(segment, before, standing.dueAt().get(), now);
                moves.add(move(standing, segment, meets, MoveCause.TIME, at));
            } else {
                moves.add(move(standing, segment, meets, cause, now));
            }
        }
        moves.addAll(exitsOfRemoved(segments, standing, now));
        return new Decision(inOrder(moves), dueAt(segments, after, now));
    }

    /**
     * The moves that time alone brings about until now, each at the instant at which it fell due.
     */
    static Decision asTimePasses(
            Collection<Segment> segments, Standing standing, MemberFacts facts, Instant now) {
        var moves = new ArrayList<Move>();
        var in = new TreeSet<>(standing.in().keySet());
        Optional<Instant> due = standing.dueAt();
        while (due.isPresent() && !due.get().isAfter(now)) {
            Instant at = due.get();
            var step = new ArrayList<Move>();
            for (Segment segment : segments) {
                boolean meets = segment.evaluator().met(facts, at);
                if (meets != in.contains(segment.id())) {
                    step.add(move(standing, segment, meets, MoveCause.TIME, at));
                }
            }
            for (Move move : step) {
                switch (move.direction()) {
                    case ENTERED -> in.add(move.segment());
                    case EXITED -> in.remove(move.segment());
                }
            }
            moves.addAll(inOrder(step));
            due = dueAt(segments, facts, at);
        }
        return new Decision(moves, due);
    }

    private static Optional<Instant> dueAt(
            Collection<Segment> segments, MemberFacts facts, Instant now) {
        return segments.stream()
                .flatMap(segment -> segment.evaluator().nextChangeAt(facts, now).stream())
                .min(Comparator.naturalOrder());
    }

    /** When the answer last changed by time alone; nothing did before {@code due}. */
    private static Instant lastFlip(Segment segment, MemberFacts facts, Instant due, Instant now) {
        Instant last = due.minusNanos(1);
        Optional<Instant> next = segment.evaluator().nextChangeAt(facts, last);
        while (next.isPresent() && !next.get().isAfter(now)) {
            last = next.get();
            next = segment.evaluator().nextChangeAt(facts, last);
        }
        return last.isBefore(due) ? now : last;
    }

    private static List<Move> exitsOfRemoved(
            Collection<Segment> segments, Standing standing, Instant now) {
        var removed = new TreeSet<>(standing.in().keySet());
        segments.forEach(segment -> removed.remove(segment.id()));
        return removed.stream()
                .map(
                        id ->
                                new Move(
                                        standing.member(),
                                        id,
                                        standing.in().get(id).version(),
                                        Direction.EXITED,
                                        MoveCause.DEFINITION,
                                        now))
                .toList();
    }

    private static Move move(
            Standing standing, Segment segment, boolean meets, MoveCause cause, Instant at) {
        return new Move(
                standing.member(),
                segment.id(),
                segment.version(),
                meets ? Direction.ENTERED : Direction.EXITED,
                cause,
                at);
    }

    /** By time, and at the same instant exits first: nobody hears of two stages at once. */
    private static List<Move> inOrder(List<Move> moves) {
        return moves.stream()
                .sorted(
                        Comparator.comparing(Move::at)
                                .thenComparing(Move::direction, Comparator.reverseOrder()))
                .toList();
    }
}
