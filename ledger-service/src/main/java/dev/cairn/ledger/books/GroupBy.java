package dev.cairn.ledger.books;

import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;

/** How points are grouped; days and months are those of the currency's zone. */
enum GroupBy {
    /** By how long ago they were earned, in days. */
    AGE,
    /** By the month in which they were earned. */
    COHORT,
    /** By the month of their last day. */
    EXPIRY;

    /**
     * Reads a query parameter.
     *
     * @throws Problem if it is none of them
     */
    static GroupBy of(String parameter) {
        return switch (parameter) {
            case "age" -> AGE;
            case "cohort" -> COHORT;
            case "expiry" -> EXPIRY;
            default ->
                    throw Problem.of(
                                    KitProblem.INVALID_REQUEST,
                                    "by is one of age, cohort and expiry.")
                            .with("field", "by");
        };
    }
}
