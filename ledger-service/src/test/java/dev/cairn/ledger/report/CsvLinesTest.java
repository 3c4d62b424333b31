package dev.cairn.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvLinesTest {

    @Test
    void linesKeepTheNumberThatAnEditorShows() {
        var lines = CsvLines.of("\uFEFFa,b\r\n\n\"x\ny\",\"say \"\"hi\"\"\"\n,last");

        assertThat(lines)
                .containsExactly(
                        new CsvLines.Line(1, List.of("a", "b")),
                        new CsvLines.Line(3, List.of("x\ny", "say \"hi\"")),
                        new CsvLines.Line(5, List.of("", "last")));
    }

    @ParameterizedTest
    @CsvSource({"'a\n\"b', 2", "'a\"b', 1", "'a\n\"b\"c', 2", "'a\rb', 1"})
    void whatIsNoTableIsRefusedWithItsLine(String text, int line) {
        assertThatThrownBy(() -> CsvLines.of(text))
                .isInstanceOfSatisfying(
                        CsvLines.Malformed.class, no -> assertThat(no.line()).isEqualTo(line));
    }

    @Provide
    Arbitrary<String> fields() {
        return Arbitraries.strings().withChars("x,\"\n ").ofMaxLength(6);
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("fields") String first, @ForAll("fields") String second) {
        var csv = Csv.of(List.of("a", "b")).line(first, second).toString();

        assertThat(CsvLines.of(csv).getLast().fields()).containsExactly(first, second);
    }
}
