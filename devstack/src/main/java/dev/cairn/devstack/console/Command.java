package dev.cairn.devstack.console;

import java.io.PrintStream;

/**
 * One line of the command table.
 *
 * @param words what may follow the name
 * @param help what it does, for the usage text
 */
public record Command(String name, String words, String help, Action action) {

    /** Does the work and returns the exit code. */
    @FunctionalInterface
    public interface Action {
        int run(Arguments arguments, PrintStream out);
    }
}
