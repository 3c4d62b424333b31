package dev.cairn.ledger.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cairn.ledger.account.AccountId;
import dev.cairn.ledger.currency.Currency;
import dev.cairn.ledger.importing.ImportReport.LineError;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportFileTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");
    private static final String ALL =
            "reference,memberId,currency,points,earnedAt,activeFrom,expiresAt\n";

    private static ImportFile read(String text) {
        var reader =
                new RowReader(
                        id ->
                                id.equals("points")
                                        ? Optional.of(Currency.named("points"))
                                        : Optional.empty(),
                        NOW);
        return ImportFile.read(text.getBytes(StandardCharsets.UTF_8), reader);
    }

    @Test
    void aLineSaysWhosePointsTheyAreAndHowOld() {
        var file = read(ALL + "r-1,m-1,points,100,2025-01-31,2026-04-01,2026-12-31\n");

        var row = file.rows().getFirst();
        assertThat(row.account()).isEqualTo(AccountId.of("m-1"));
        assertThat(row.points()).isEqualTo(100);
        assertThat(row.earnedAt()).isEqualTo("2025-01-31T00:00:00Z");
        assertThat(row.activeFrom()).isEqualTo("2026-04-01T00:00:00Z");
        assertThat(row.expiresAt()).isEqualTo("2027-01-01T00:00:00Z");
    }

    @Test
    void whatIsLeftOutHasADefault() {
        var file = read("points,reference,memberId\n7,r-1,m-1\n");

        assertThat(file.rows())
                .singleElement()
                .satisfies(
                        row -> {
                            assertThat(row.account().currency()).isEqualTo("points");
                            assertThat(row.earnedAt()).isEqualTo(NOW);
                            assertThat(row.activeFrom()).isNull();
                            assertThat(row.expiresAt()).isNull();
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "r,no!member,points,1,,, ; memberId",
                "r,m-1,cowries,1,,, ; currency",
                "r,m-1,points,0,,, ; points",
                "r,m-1,points,-5,,, ; points",
                "r,m-1,points,1.5,,, ; points",
                "r,m-1,points,1000000000001,,, ; points",
                "r,m-1,points,99999999999999999999,,, ; points",
                "r,m-1,points,1,2026-02-30,, ; earnedAt",
                "r,m-1,points,1,2026-03-11,, ; earnedAt",
                "r,m-1,points,1,-5000-01-01T00:00:00Z,, ; earnedAt",
                "r,m-1,points,1,1969-12-31,, ; earnedAt",
                "r,m-1,points,1,,+300000-01-01T00:00:00Z, ; activeFrom",
                "r,m-1,points,1,,,+999999999-12-31T00:00:00Z ; expiresAt",
                "r,m-1,points,1,,soon, ; activeFrom",
                "r,m-1,points,1,,,2026-03-09 ; expiresAt",
                "r,m-1,points,1,,2026-05-01,2026-04-01 ; expiresAt",
                ",m-1,points,1,,, ; reference",
                "r\0,m-1,points,1,,, ; reference",
                "r,m\0,points,1,,, ; memberId",
                "r,m-1,points\0,1,,, ; currency",
                "r,m-1,points,1\0,,, ; points",
                "r,m-1,points,1,,,2026\0-12-31 ; expiresAt"
            })
    void aWrongFieldIsNamed(String line, String column) {
        var file = read(ALL + line.strip() + "\nok,m-2,points,5,,,never\n");

        assertThat(file.errors())
                .singleElement()
                .satisfies(
                        error -> {
                            assertThat(error.line()).isEqualTo(2);
                            assertThat(error.column()).isEqualTo(column);
                        });
        assertThat(file.rows()).singleElement().extracting(ImportRow::line).isEqualTo(3);
    }

    @Test
    void aLineWithTooFewFieldsIsLeftOut() {
        assertThat(read(ALL + "r-1,m-1\n").errors())
                .containsExactly(new LineError(2, null, "has 2 fields, the header 7"));
    }

    @Test
    void aReferenceCountsOnceInAFile() {
        var file =
                read(
                        ALL
                                + "r-1,m-1,points,5,,,\n"
                                + "r-1,m-1,points,5,,,\n"
                                + "r-1,m-1,points,6,,,\n");

        assertThat(file.rows()).hasSize(1);
        assertThat(file.known()).isEqualTo(1);
        assertThat(file.errors())
                .containsExactly(
                        new LineError(4, "reference", "was used with other content, by line 2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "memberId,points\nm-1,5\n",
                "reference,memberId,points,colour\nr,m-1,5,red\n",
                "reference,memberId,points,points\nr,m-1,5,5\n",
                "reference,memberId,points\n\"r,m-1,5\n"
            })
    void aFileOfAnotherFormIsRefusedAsAWhole(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(dev.cairn.kit.problem.Problem.class);
    }

    @Test
    void aFileInAnotherEncodingIsRefused() {
        assertThatThrownBy(
                        () ->
                                ImportFile.read(
                                        "référence".getBytes(StandardCharsets.ISO_8859_1), null))
                .hasMessageContaining("UTF-8");
    }
}
