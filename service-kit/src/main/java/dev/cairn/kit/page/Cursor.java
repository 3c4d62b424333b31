package dev.cairn.kit.page;

import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * A position in a list, opaque to callers. It says where to go on, never whose list it is: the
 * query takes that from the caller, so that a foreign cursor reveals nothing.
 */
public final class Cursor {
    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    public static String encode(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The parts of a cursor; empty for the first page.
     *
     * @throws Problem if it was not made by {@link #encode} with as many parts
     */
    public static Optional<List<String>> decode(String cursor, int parts) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        try {
            var text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            var found = List.of(text.split(SEPARATOR, -1));
            if (found.size() == parts && found.stream().noneMatch(Cursor::unreadable)) {
                return Optional.of(found);
            }
        } catch (IllegalArgumentException e) {
            // not Base64: answered below
        }
        throw forged();
    }

    /** The refusal of what no page gave. */
    public static Problem forged() {
        return Problem.of(KitProblem.INVALID_REQUEST, "cursor is not one that a page gave.")
                .with("field", "cursor");
    }

    /** No page gives control characters; databases refuse some of them. */
    private static boolean unreadable(String part) {
        return part.chars().anyMatch(Character::isISOControl);
    }

    /**
     * A part as a number.
     *
     * @throws Problem if it is none
     */
    public static long number(String part) {
        try {
            return Long.parseLong(part);
        } catch (NumberFormatException e) {
            throw forged();
        }
    }
}
