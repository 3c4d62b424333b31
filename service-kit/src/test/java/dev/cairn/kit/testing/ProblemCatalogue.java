package dev.cairn.kit.testing;

import dev.cairn.kit.problem.ProblemType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The page that explains every problem to those who get it. */
public final class ProblemCatalogue {
    private ProblemCatalogue() {}

    /**
     * Checks that docs/api/problems.md has a section with status for each type.
     *
     * @throws AssertionError naming those that are missing or have another status
     */
    public static void check(ProblemType... types) {
        var lines = page();
        var missing =
                Arrays.stream(types)
                        .map(type -> "### " + type.slug() + " · " + type.status())
                        .filter(heading -> !lines.contains(heading))
                        .toList();
        if (!missing.isEmpty()) {
            throw new AssertionError("docs/api/problems.md lacks the headings " + missing);
        }
    }

    private static List<String> page() {
        var root = Path.of(System.getProperty("cairn.repository", ".."));
        try {
            return Files.readAllLines(root.resolve("docs/api/problems.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
