package dev.cairn.ledger.code;

import dev.cairn.kit.problem.KitProblem;
import dev.cairn.kit.problem.Problem;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Codes that somebody else made.
 *
 * @param codes 1 to 10,000, each of 1 to 100 visible ASCII characters
 */
public record CodeUpload(
        @NotEmpty @Size(max = CodeUpload.MOST)
                List<@NotNull @Pattern(regexp = CodeUpload.FORM) String> codes) {
    static final int MOST = 10_000;

    static final String FORM = "[!-~]{1,100}";

    /**
     * One code per line; blank lines and spaces around codes do not count.
     *
     * @throws Problem that names the first line that is no code
     */
    static CodeUpload ofLines(String text) {
        var lines = text.lines().map(String::strip).toList();
        for (var line : lines) {
            if (!line.isEmpty() && !line.matches(FORM)) {
                throw refusal("Line %d is no code.".formatted(lines.indexOf(line) + 1));
            }
        }
        var codes = lines.stream().filter(line -> !line.isEmpty()).toList();
        if (codes.isEmpty() || codes.size() > MOST) {
            throw refusal("Send 1 to %d codes, not %d.".formatted(MOST, codes.size()));
        }
        return new CodeUpload(codes);
    }

    private static Problem refusal(String detail) {
        return Problem.of(KitProblem.INVALID_REQUEST, detail).with("field", "codes");
    }
}
