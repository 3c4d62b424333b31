package dev.cairn.ledger.points;

/**
 * Where an account stands, or how far a posting moved it.
 *
 * @param balance what can be spent, or is owed when negative
 * @param pending earned, but not to be spent yet
 * @param held reserved for purchases that are not final
 */
public record Stand(long balance, long pending, long held) {

    /** This one, moved by the other. */
    Stand plus(Stand change) {
        return new Stand(
                Math.addExact(balance, change.balance),
                Math.addExact(pending, change.pending),
                Math.addExact(held, change.held));
    }
}
