package dev.cairn.segment.condition;

import dev.cairn.segment.condition.Condition.NumberLeaf;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A number compared; time moves it only by letting the oldest day leave the window. */
record NumberTest(NumberLeaf leaf) implements LeafTest {

    @Override
    public boolean met(MemberFacts facts, Instant now) {
        return leaf.op().holds(value(facts, now), leaf.wanted());
    }

    @Override
    public LeafVerdict explain(MemberFacts facts, Instant now) {
        return new LeafVerdict(
                leaf.field().label(),
                leaf.window().map(Window::toString),
                leaf.op().label(),
                leaf.wanted(),
                Optional.of(value(facts, now)),
                met(facts, now));
    }

    @Override
    public Optional<Instant> nextFlip(MemberFacts facts, Instant now) {
        return leaf.window().flatMap(window -> nextFlip(window, facts, now));
    }

    @Override
    public int reach() {
        return leaf.window().map(Window::days).orElse(0);
    }

    private Optional<Instant> nextFlip(Window window, MemberFacts facts, Instant now) {
        List<DayTotals> days = facts.days();
        boolean met = met(facts, now);
        long rest = value(facts, now);
        for (int i = firstInside(window, facts, now); i < days.size(); i++) {
            rest -= leaf.field().of(days.get(i));
            Instant end = window.end(days.get(i).day(), facts.zone());
            // where a zone skipped a whole day, two days leave at the same instant
            boolean nextLeavesToo =
                    i + 1 < days.size()
                            && window.end(days.get(i + 1).day(), facts.zone()).equals(end);
            if (!nextLeavesToo && leaf.op().holds(rest, leaf.wanted()) != met) {
                return Optional.of(end);
            }
        }
        return Optional.empty();
    }

    private long value(MemberFacts facts, Instant now) {
        if (leaf.window().isEmpty()) {
            return leaf.field().of(facts);
        }
        List<DayTotals> days = facts.days();
        long sum = 0;
        for (int i = firstInside(leaf.window().get(), facts, now); i < days.size(); i++) {
            sum = Math.addExact(sum, leaf.field().of(days.get(i)));
        }
        return sum;
    }

    /** Index of the oldest day that still counts. Days ahead of the clock count at once. */
    private static int firstInside(Window window, MemberFacts facts, Instant now) {
        int first = facts.days().size();
        while (first > 0
                && now.isBefore(window.end(facts.days().get(first - 1).day(), facts.zone()))) {
            first--;
        }
        return first;
    }
}
