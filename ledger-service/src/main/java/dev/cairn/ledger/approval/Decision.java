package dev.cairn.ledger.approval;

import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import java.util.Arrays;
import java.util.Locale;

/** What became of something that staff asked for. */
public enum Decision {
    WAITING,
    DONE,
    REJECTED;

    /** Its name for callers. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Names of those that callers mean: of all when {@code label} is null. */
    static String[] names(String label) {
        var meant =
                Arrays.stream(values())
                        .filter(decision -> label == null || decision.label().equals(label))
                        .map(Decision::name)
                        .toArray(String[]::new);
        if (meant.length == 0) {
            throw Problem.of(KitProblem.INVALID_REQUEST, "status takes waiting, done or rejected.")
                    .with("field", "status");
        }
        return meant;
    }
}
