package dev.cairn.segment.condition;

import java.time.Period;
import java.util.List;
import java.util.Optional;

/** What must hold for a member to belong to a segment: a tree of All, Any and Not over leaves. */
public sealed interface Condition {

    /** Every part holds. */
    record All(List<Condition> parts) implements Condition {
        public All {
            parts = atLeastOne("all", parts);
        }
    }

    /** At least one part holds. */
    record Any(List<Condition> parts) implements Condition {
        public Any {
            parts = atLeastOne("any", parts);
        }
    }

    /** The part does not hold. */
    record Not(Condition part) implements Condition {}

    /** A single fact compared with what is wanted. */
    sealed interface Leaf extends Condition {}

    /** A number compared; with a window only the days inside it count. */
    record NumberLeaf(NumberField field, Optional<Window> window, NumberOp op, long wanted)
            implements Leaf {
        public NumberLeaf {
            if (window.isPresent() && !field.windowed()) {
                throw new IllegalArgumentException(field.label() + " is not counted by day");
            }
        }
    }

    /**
     * How long ago a moment is, in the member's calendar. A moment is {@code within} P until it is
     * exactly P ago, and {@code before} P from that instant on. A moment that never was is neither.
     */
    record AgeLeaf(MomentField field, AgeOp op, Period age) implements Leaf {}

    /** Whether a moment ever was. */
    record PresenceLeaf(MomentField field, boolean present) implements Leaf {}

    /** A text that equals one of the wanted ones. */
    record TextLeaf(TextField field, List<String> wanted) implements Leaf {
        public TextLeaf {
            wanted = atLeastOne("in", wanted);
        }
    }

    /** A list that contains the wanted text. */
    record ListLeaf(ListField field, String wanted) implements Leaf {}

    private static <T> List<T> atLeastOne(String name, List<T> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException(name + " needs at least one part");
        }
        return List.copyOf(parts);
    }
}
