package dev.cairn.kit.clock;

/** Work that is due at the clock's time and that a service does by itself, soon. */
public interface Backlog {
    /** How many pieces are due and not done. */
    long pending();
}
