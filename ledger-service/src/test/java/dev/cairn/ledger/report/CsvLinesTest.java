package dev.cairn.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
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

    @Property
    void whatIsWrittenIsReadAgain(
            @ForAll
                    @Size(min = 2, max = 5)
                    List<@CharRange(from = 'a', to = 'c') @StringLength(min = 1, max = 4) String> columns,
            @ForAll @Size(5) List<@StringLength(max = 6) @Plain String> fields) {
        var csv = Csv.of(columns).line(fields.toArray()).toString();

        assertThat(CsvLines.of(csv).getLast().fields()).isEqualTo(fields);
    }

    /** Characters that mean something in a table, and none that begins a formula. */
    @java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)
    @net.jqwik.api.constraints.Chars({'x', ',', '"', '\n', ' '})
    @interface Plain {}
}
