package dev.cairn.segment.condition;

import dev.cairn.segment.condition.Condition.AgeLeaf;
import dev.cairn.segment.condition.Condition.Leaf;
import dev.cairn.segment.condition.Condition.ListLeaf;
import dev.cairn.segment.condition.Condition.NumberLeaf;
import dev.cairn.segment.condition.Condition.PresenceLeaf;
import dev.cairn.segment.condition.Condition.TextLeaf;
import java.time.Instant;
import java.time.Period;
import java.util.Optional;

/** A leaf turned into closures. */
interface LeafTest {
    boolean met(MemberFacts facts, Instant now);

    LeafVerdict explain(MemberFacts facts, Instant now);

    /** The first instant after {@code now} at which time alone changes what this leaf says. */
    default Optional<Instant> nextFlip(MemberFacts facts, Instant now) {
        return Optional.empty();
    }

    /** How many days back this leaf looks; 0 if it does not count days. */
    default int reach() {
        return 0;
    }

    static LeafTest of(Leaf leaf) {
        return switch (leaf) {
            case NumberLeaf number -> new NumberTest(number);
            case AgeLeaf age -> new AgeTest(age);
            case PresenceLeaf presence -> new PresenceTest(presence);
            case TextLeaf text -> new TextTest(text);
            case ListLeaf list -> new ListTest(list);
        };
    }

    /** How long ago a moment is. */
    record AgeTest(AgeLeaf leaf) implements LeafTest {
        @Override
        public boolean met(MemberFacts facts, Instant now) {
            return turn(facts)
                    .map(at -> now.isBefore(at) == (leaf.op() == AgeOp.WITHIN))
                    .orElse(false);
        }

        @Override
        public LeafVerdict explain(MemberFacts facts, Instant now) {
            return new LeafVerdict(
                    leaf.field().label(),
                    Optional.empty(),
                    leaf.op().label(),
                    leaf.age().toString(),
                    leaf.field().of(facts).map(Object.class::cast),
                    met(facts, now));
        }

        @Override
        public Optional<Instant> nextFlip(MemberFacts facts, Instant now) {
            return turn(facts).filter(now::isBefore);
        }

        /** The instant at which the moment is exactly as old as the leaf says. */
        private Optional<Instant> turn(MemberFacts facts) {
            Period age = leaf.age();
            return leaf.field().of(facts).map(at -> at.atZone(facts.zone()).plus(age).toInstant());
        }
    }

    /** Whether a moment ever was. */
    record PresenceTest(PresenceLeaf leaf) implements LeafTest {
        @Override
        public boolean met(MemberFacts facts, Instant now) {
            return leaf.field().of(facts).isPresent() == leaf.present();
        }

        @Override
        public LeafVerdict explain(MemberFacts facts, Instant now) {
            return new LeafVerdict(
                    leaf.field().label(),
                    Optional.empty(),
                    leaf.present() ? "present" : "absent",
                    leaf.present(),
                    leaf.field().of(facts).map(Object.class::cast),
                    met(facts, now));
        }
    }

    /** Whether a text is one of several. */
    record TextTest(TextLeaf leaf) implements LeafTest {
        @Override
        public boolean met(MemberFacts facts, Instant now) {
            return leaf.field().of(facts).map(leaf.wanted()::contains).orElse(false);
        }

        @Override
        public LeafVerdict explain(MemberFacts facts, Instant now) {
            return new LeafVerdict(
                    leaf.field().label(),
                    Optional.empty(),
                    "in",
                    leaf.wanted(),
                    leaf.field().of(facts).map(Object.class::cast),
                    met(facts, now));
        }
    }

    /** Whether a list contains a text. */
    record ListTest(ListLeaf leaf) implements LeafTest {
        @Override
        public boolean met(MemberFacts facts, Instant now) {
            return leaf.field().of(facts).contains(leaf.wanted());
        }

        @Override
        public LeafVerdict explain(MemberFacts facts, Instant now) {
            return new LeafVerdict(
                    leaf.field().label(),
                    Optional.empty(),
                    "contains",
                    leaf.wanted(),
                    Optional.of(leaf.field().of(facts)),
                    met(facts, now));
        }
    }
}
