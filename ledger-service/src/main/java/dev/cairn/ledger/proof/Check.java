package dev.cairn.ledger.proof;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that must be true.
 *
 * @param label the name that callers see
 * @param counterexamples a query that finds the cases that speak against it, each with a name
 *     {@code at}
 */
record Check(String label, String counterexamples) {

    /** All that the proof looks at. */
    static List<Check> all() {
        return Stream.of(JournalChecks.ALL, AccountChecks.ALL, SpendingChecks.ALL, MovingChecks.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
