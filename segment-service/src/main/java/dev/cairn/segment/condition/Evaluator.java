package dev.cairn.segment.condition;

import dev.cairn.segment.condition.Condition.All;
import dev.cairn.segment.condition.Condition.Any;
import dev.cairn.segment.condition.Condition.Leaf;
import dev.cairn.segment.condition.Condition.Not;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** A condition tree turned into closures, once per definition. Pure. */
public final class Evaluator {
    private final BiPredicate<MemberFacts, Instant> root;
    private final List<LeafTest> leaves = new ArrayList<>();

    private Evaluator(Condition condition) {
        this.root = compile(condition);
    }

    public static Evaluator of(Condition condition) {
        return new Evaluator(condition);
    }

    /** Whether the member meets the condition, which leaves say so, and until when. */
    public Verdict evaluate(MemberFacts facts, Instant now) {
        return new Verdict(
                met(facts, now),
                leaves.stream().map(leaf -> leaf.explain(facts, now)).toList(),
                nextChangeAt(facts, now));
    }

    public boolean met(MemberFacts facts, Instant now) {
        return root.test(facts, now);
    }

    /** Walks from flip to flip of the leaves, each a step function, until the whole tree flips. */
    public Optional<Instant> nextChangeAt(MemberFacts facts, Instant now) {
        boolean answer = met(facts, now);
        Optional<Instant> flip = nextFlip(facts, now);
        while (flip.isPresent() && met(facts, flip.get()) == answer) {
            flip = nextFlip(facts, flip.get());
        }
        return flip;
    }

    /** How many days back the condition looks. */
    public int reach() {
        return leaves.stream().mapToInt(LeafTest::reach).max().orElse(0);
    }

    private Optional<Instant> nextFlip(MemberFacts facts, Instant now) {
        return leaves.stream()
                .flatMap(leaf -> leaf.nextFlip(facts, now).stream())
                .min(Instant::compareTo);
    }

    private BiPredicate<MemberFacts, Instant> compile(Condition condition) {
        return switch (condition) {
            case All all -> {
                var parts = all.parts().stream().map(this::compile).toList();
                yield (facts, now) -> parts.stream().allMatch(part -> part.test(facts, now));
            }
            case Any any -> {
                var parts = any.parts().stream().map(this::compile).toList();
                yield (facts, now) -> parts.stream().anyMatch(part -> part.test(facts, now));
            }
            case Not not -> compile(not.part()).negate();
            case Leaf leaf -> {
                var test = LeafTest.of(leaf);
                leaves.add(test);
                yield test::met;
            }
        };
    }
}
