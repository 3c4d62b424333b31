package dev.cairn.ledger.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.kit.problem.Problem;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeMakerTest {

    @Test
    void codesDifferAndCanBeReadOut() {
        var codes = CodeMaker.make(1000, 12, new Random(7));

        assertThat(codes).hasSize(1000).allMatch(code -> code.matches("[A-Z3-9]{12}"));
        assertThat(CodeMaker.ALPHABET).doesNotContain("0", "O", "1", "I", "L", "2", "Z", "5", "S");
        assertThat(CodeMaker.ALPHABET.chars().distinct().count())
                .isEqualTo(CodeMaker.ALPHABET.length());
    }

    @Test
    void aFileHasOneCodePerLine() {
        assertThat(CodeUpload.ofLines("A1\r\n\n  B2 \nC3").codes())
                .containsExactly("A1", "B2", "C3");
    }

    @Test
    void aLineThatIsNoCodeIsNamed() {
        assertThatThrownBy(() -> CodeUpload.ofLines("A1\n\nB 2\n"))
                .isInstanceOf(Problem.class)
                .hasMessage("Line 3 is no code.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\n"})
    void anEmptyFileIsRefused(String text) {
        assertThatThrownBy(() -> CodeUpload.ofLines(text)).hasMessageContaining("1 to 10000");
    }
}
