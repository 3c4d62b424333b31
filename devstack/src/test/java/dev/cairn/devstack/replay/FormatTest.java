package dev.cairn.devstack.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormatTest {

    private static final String HEAD =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    @TempDir Path folder;

    @Test
    void quotesCommasAndLineBreaksInDescriptionsAreText() throws IOException {
        Path file =
                write(
                        "shop.csv",
                        HEAD
                                + "1,A,\"JUG, \"\"BLUE\"\"\",2,2010-12-01 08:26:00,2.5,17850,France\n"
                                + "1,B,\"TWO\nLINES\",1,2010-12-01 08:26:00,10,,\n");

        List<SourceRow> rows = read(Format.ONLINE_RETAIL, file);

        assertThat(rows).extracting(SourceRow::sku).containsExactly("A", "B");
        assertThat(rows).extracting(SourceRow::unitPrice).containsExactly(250L, 1000L);
        assertThat(rows).extracting(SourceRow::customer).containsExactly("17850", "");
    }

    @Test
    void compressedFilesAreReadAsTheyAre() throws IOException {
        Path file = folder.resolve("shop.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            String line = "C1,A,JUG,-2,2010-12-01 08:26:00,2.55,17850,Germany\n";
            out.write((HEAD + line).getBytes(StandardCharsets.UTF_8));
        }

        SourceRow row = read(Format.ONLINE_RETAIL, file).getFirst();

        assertThat(row.isReturn()).isTrue();
        assertThat(row.quantity()).isEqualTo(-2);
        assertThat(Countries.code(row.country())).contains("DE");
    }

    @Test
    void cdnowIsSortedByDayAndKeepsItsLineNumbers() throws IOException {
        Path file =
                write(
                        "cdnow.txt",
                        " 00004 0001 19970118  2   29.73\r\n 00021 0002 19970101  3    63.34\r\n");

        List<SourceRow> rows = read(Format.CDNOW, file);

        assertThat(rows).extracting(SourceRow::invoice).containsExactly("cd-2", "cd-1");
        assertThat(rows).extracting(SourceRow::customer).containsExactly("0002", "0001");
        assertThat(rows).extracting(SourceRow::unitPrice).containsExactly(6334L, 2973L);
    }

    @Test
    void moneyIsExactOrRefused() {
        assertThat(Format.minorUnits("0.29")).isEqualTo(29);
        assertThat(Format.minorUnits("38970")).isEqualTo(3_897_000);
        assertThatThrownBy(() -> Format.minorUnits("0.001"))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void unknownFormatsAreNamed() {
        assertThatThrownBy(() -> Format.named("excel")).hasMessageContaining("online-retail");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<SourceRow> read(Format format, Path file) {
        List<SourceRow> rows = new ArrayList<>();
        format.read(file, rows::add);
        return rows;
    }
}
