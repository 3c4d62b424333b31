package dev.cairn.kit.access;

import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import java.util.regex.Pattern;

/** The form of a member's pseudonym. */
public final class MemberId {
    /** Letters, digits, dots, underscores and hyphens; 1 to 64 characters. */
    public static final String FORM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private MemberId() {}

    /** Whether the text can be a member's id. */
    public static boolean valid(String text) {
        return text != null && PATTERN.matcher(text).matches();
    }

    /**
     * Checks an id of a path.
     *
     * @throws Problem 404 if no member can have it
     */
    public static String fromPath(String text) {
        if (!valid(text)) {
            throw Problem.of(KitProblem.NOT_FOUND, "There is no such member.");
        }
        return text;
    }
}
