package dev.cairn.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the documents show their readers. */
public final class Documents {
    private static final String FENCE = "```";

    private Documents() {}

    /**
     * The first example of a page.
     *
     * @param page below docs, such as {@code programme/rewards.md}
     * @param language that the example is in, as its fence says
     */
    public static String example(String page, String language) {
        try {
            var text = Files.readString(Path.of("..", "docs").resolve(page));
            var begin = text.indexOf('\n', text.indexOf(FENCE + language)) + 1;
            return text.substring(begin, text.indexOf(FENCE, begin));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
