package dev.cairn.ledger;

import dev.cairn.kit.db.Database;
import dev.cairn.kit.db.Tx;
import java.util.function.ToIntFunction;

/** Work on everybody, in transactions that keep nobody waiting for long. */
public final class Batches {
    private Batches() {}

    /**
     * Works until nothing is left to do, each batch in a transaction of its own.
     *
     * @param size the most that a batch takes, from 1
     * @param batch answers how many it found; fewer than its size means that there are no more
     */
    public static void untilNoneIsLeft(Database database, int size, ToIntFunction<Tx> batch) {
        var found = size;
        while (found == size) {
            found = database.inTransaction(batch::applyAsInt);
        }
    }
}
