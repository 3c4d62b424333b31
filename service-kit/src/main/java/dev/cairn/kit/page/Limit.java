package dev.cairn.kit.page;

import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;

/** How many items a page may have: 1 to 200, 50 unless asked for. */
public record Limit(int value) {
    private static final int USUAL = 50;
    private static final int LARGEST = 200;

    /**
     * Checks a query parameter.
     *
     * @throws Problem if it is out of range
     */
    public static Limit of(Integer parameter) {
        var value = parameter == null ? USUAL : parameter;
        if (value < 1 || value > LARGEST) {
            throw Problem.of(
                            KitProblem.INVALID_REQUEST,
                            "limit takes a number from 1 to " + LARGEST + ".")
                    .with("field", "limit");
        }
        return new Limit(value);
    }

    /** What the query has to fetch to know whether there is more. */
    public int andOneMore() {
        return value + 1;
    }
}
