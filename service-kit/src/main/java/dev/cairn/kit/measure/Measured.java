package dev.cairn.kit.measure;

import java.time.Duration;

/**
 * Something that operators watch and that has to be asked for, such as the size of a table. Asked
 * by a timer ({@code cairn.measure.every}), never while metrics are read.
 */
public interface Measured {
    /**
     * Asks for the values and notes each. A failure makes all that was noted before NaN, until the
     * next time it goes well.
     */
    void measure(Gauges gauges);

    /**
     * How old the values may become, for what reads a whole table; from zero on, which is asked
     * each time.
     */
    default Duration mayBeOld() {
        return Duration.ZERO;
    }
}
