package dev.cairn.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's table is made from values.yaml, and its examples are values that install. */
class ReadmeTest {
    private static final Path README = Chart.HOME.resolve("README.md");
    private static final String BEGIN = "<!-- values: made from values.yaml by `make chart` -->\n";
    private static final String END = "<!-- end of values -->";

    @Test
    void theTableOfValuesIsUpToDate() throws IOException {
        var text = Files.readString(README);
        var table = ValuesTable.markdown(rows());

        var begin = text.indexOf(BEGIN) + BEGIN.length();
        var updated = text.substring(0, begin) + table + text.substring(text.indexOf(END));

        assertThat(text).contains(BEGIN, END);
        Generated.check(README, updated, "make chart");
    }

    @Test
    void everyValueIsExplained() throws IOException {
        var rows = rows();

        for (var row : rows) {
            var isGroup = rows.stream().anyMatch(other -> other.key().startsWith(row.key() + "."));
            var isPart =
                    rows.stream()
                            .anyMatch(
                                    other ->
                                            !other.text().isEmpty()
                                                    && row.key().startsWith(other.key() + "."));
            assertThat(!row.text().isEmpty() || isGroup || isPart).as(row.key()).isTrue();
        }
    }

    @Test
    void theFirstValuesFileOfTheGuideInstalls() throws IOException {
        var first = block("# values.yaml\n");

        var manifests = Chart.bare().with(first).withTest().render();

        assertThat(manifests.ofKind("Deployment")).hasSize(4);
        manifests.all().forEach(FabricReader::read);
    }

    private static List<ValuesTable.Row> rows() throws IOException {
        return ValuesTable.of(Files.readAllLines(Chart.HOME.resolve("values.yaml")));
    }

    private static String block(String beginning) throws IOException {
        return Files.readString(README)
                .lines()
                .collect(Collectors.joining("\n", "", "\n"))
                .transform(text -> text.substring(text.indexOf("```yaml\n" + beginning) + 8))
                .transform(text -> text.substring(0, text.indexOf("```")));
    }
}
