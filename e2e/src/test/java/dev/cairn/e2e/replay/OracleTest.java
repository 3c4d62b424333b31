package dev.cairn.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OracleTest {

    @Test
    void agreesWithWhatWasWorkedOutByHand() throws IOException {
        // Given
        Oracle oracle = new Oracle(FileRows.onlineRetail(Inputs.synthetic()));

        // When
        List<String> rows = oracle.rows().stream().map(MemberRow::toCsv).toList();

        // Then
        assertThat(rows)
                .containsExactlyElementsOf(
                        Files.readAllLines(Inputs.syntheticExpectation()).stream()
                                .skip(1)
                                .toList());
        assertThat(oracle.budgetExhausted()).isFalse();
    }

    @Test
    void readsQuotedDescriptions() {
        assertThat(FileRows.cells("1,\"a \"\"b\"\", c\",,2"))
                .containsExactly("1", "a \"b\", c", "", "2");
    }

    @Test
    void realShopDoesNotExhaustTheWeekendBudget() throws IOException {
        Path file = Inputs.shared("online-retail-2010-12_2011-02.csv.gz");
        assumeTrue(Files.exists(file), () -> "skipped: there is no " + file);

        Oracle oracle = new Oracle(FileRows.onlineRetail(file));

        assertThat(oracle.budgetExhausted()).isFalse();
        assertThat(oracle.rows()).hasSizeGreaterThan(1_000);
    }
}
