package dev.cairn.ledger.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void specialCharactersAreQuotedAndLinesEndWithCarriageReturnAndLineFeed() {
        var csv = Csv.of(List.of("a", "b")).line("x, y", "say \"hi\"").line(null, "two\nlines");

        assertThat(csv.toString())
                .isEqualTo("a,b\r\n\"x, y\",\"say \"\"hi\"\"\"\r\n,\"two\nlines\"\r\n");
    }

    @Test
    void textThatLooksLikeAFormulaIsOnlyText() {
        var csv = Csv.of(List.of("a", "b")).line("=1+1", -7L).line("@sum", "+1");

        assertThat(csv.toString()).isEqualTo("a,b\r\n'=1+1,-7\r\n'@sum,'+1\r\n");
    }
}
