package dev.cairn.devstack.bench;

import dev.cairn.devstack.console.Arguments;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * How much to measure.
 *
 * @param seconds length of a block that has one
 * @param cycles how often each block is measured; one more goes first and is dropped
 * @param members accounts among which awards are spread
 * @param events awards in a block that drains them; copies and the last ones come on top
 * @param profile how many of the costliest statements of each block to tell; costs some speed
 * @param blocks what to measure; a ratio needs both of its blocks
 */
record BenchOptions(
        int seconds, int cycles, int members, int events, int profile, Set<Block> blocks) {

    /** What a ledger on two cores drains in a second, about; only sets the length of a block. */
    private static final int EVENTS_PER_SECOND = 6000;

    private static final Set<Block> ALL = EnumSet.allOf(Block.class);

    static BenchOptions of(Arguments arguments) {
        int seconds = number(arguments, "seconds", 5);
        return new BenchOptions(
                seconds,
                number(arguments, "cycles", 5),
                number(arguments, "members", 200_000),
                number(arguments, "events", seconds * EVENTS_PER_SECOND),
                arguments.option("profile").map(text -> parse("profile", text)).orElse(0),
                arguments.option("blocks").map(BenchOptions::blocks).orElse(ALL));
    }

    private static Set<Block> blocks(String names) {
        Set<Block> blocks = EnumSet.noneOf(Block.class);
        for (String name : names.split(",")) {
            blocks.add(Block.valueOf(name.strip().toUpperCase(Locale.ROOT).replace('-', '_')));
        }
        return blocks;
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
