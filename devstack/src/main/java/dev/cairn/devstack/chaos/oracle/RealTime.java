package dev.cairn.devstack.chaos.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds the order of a history against the driver's watch: what was answered before another was
 * sent must come before it, and a refusal must fit a moment between its question and its answer.
 */
final class RealTime {

    /** What could be spent, and the wish that led there, if one did. */
    private record State(long active, Wish cause) {}

    private final List<State> states = new ArrayList<>();
    private final List<Wish> disorder = new ArrayList<>();
    private Wish current;
    private long latestInvocation = Long.MIN_VALUE;

    RealTime() {
        states.add(new State(0, null));
    }

    /** The next state is the work of this wish. */
    void happened(Wish wish) {
        if (wish.answeredAt() < latestInvocation) {
            disorder.add(wish);
        }
        latestInvocation = Math.max(latestInvocation, wish.invokedAt());
        current = wish;
    }

    /** A posting led to this balance. */
    void state(long active) {
        states.add(new State(active, current));
        current = null;
    }

    /** Whether there was a moment at which this wish had to be refused as it was. */
    boolean allows(Wish refused) {
        int first = 0;
        int last = states.size() - 1;
        for (int place = 0; place < states.size(); place++) {
            Wish cause = states.get(place).cause();
            if (cause != null && cause.answeredAt() < refused.invokedAt()) {
                first = place;
            }
        }
        for (int place = states.size() - 1; place > first; place--) {
            Wish cause = states.get(place).cause();
            if (cause != null && cause.invokedAt() > refused.answeredAt()) {
                last = place - 1;
            }
        }
        return states.subList(first, last + 1).stream()
                .anyMatch(
                        state ->
                                state.active() == refused.available()
                                        && state.active() < refused.price());
    }

    List<Wish> disorder() {
        return disorder;
    }
}
