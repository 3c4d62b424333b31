package dev.cairn.devstack.bench;

import dev.cairn.devstack.console.Arguments;

/**
 * How much to measure.
 *
 * @param seconds length of a block that has one
 * @param cycles how often each block is measured; one more goes first and is dropped
 * @param members accounts among which awards are spread
 * @param events awards in a block that drains them; copies and the last ones come on top
 */
record BenchOptions(int seconds, int cycles, int members, int events) {

    /** What a ledger on two cores drains in a second, about; only sets the length of a block. */
    private static final int EVENTS_PER_SECOND = 6000;

    static BenchOptions of(Arguments arguments) {
        int seconds = number(arguments, "seconds", 5);
        return new BenchOptions(
                seconds,
                number(arguments, "cycles", 5),
                number(arguments, "members", 200_000),
                number(arguments, "events", seconds * EVENTS_PER_SECOND));
    }

    private static int number(Arguments arguments, String name, int otherwise) {
        int value = arguments.option(name).map(text -> parse(name, text)).orElse(otherwise);
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + value);
        }
        return value;
    }

    private static int parse(String name, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " must be a whole number: " + text, e);
        }
    }
}
