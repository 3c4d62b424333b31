package dev.cairn.kit.idempotency;

import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;

/** The {@code Idempotency-Key} header: 1 to 255 visible characters, chosen by the caller. */
public record IdempotencyKey(String value) {
    /** Name of the header. */
    public static final String HEADER = "Idempotency-Key";

    private static final int LONGEST = 255;

    /**
     * Checks a header's value.
     *
     * @throws Problem if it is absent, blank, too long or not printable
     */
    public static IdempotencyKey of(String header) {
        if (header == null || header.isBlank()) {
            throw Problem.of(KitProblem.IDEMPOTENCY_KEY_MISSING, "Send a header " + HEADER + ".");
        }
        if (header.length() > LONGEST || !header.chars().allMatch(c -> c > 32 && c < 127)) {
            throw Problem.of(
                            KitProblem.INVALID_REQUEST,
                            HEADER + " takes 1 to " + LONGEST + " visible ASCII characters.")
                    .with("field", HEADER);
        }
        return new IdempotencyKey(header);
    }
}
