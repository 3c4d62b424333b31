package dev.cairn.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every values file of {@code ci} renders, the same each time, and passes both readers. */
class RenderTest {
    @TempDir Path folder;

    @ParameterizedTest
    @MethodSource("dev.cairn.chart.Chart#examples")
    void rendersWhatKubernetesAccepts(String example) {
        // When
        var text = Chart.of(example).withTest().text();

        // Then
        Target.write("rendered/" + example.substring(3).replace("-values", ""), text);
        var objects = Manifests.of(text).all();
        assertThat(objects).hasSizeGreaterThan(20);
        objects.forEach(FabricReader::read);
        objects.forEach(ClientReader::read);
    }

    @ParameterizedTest
    @MethodSource("dev.cairn.chart.Chart#examples")
    void passesHelmsLint(String example) throws IOException {
        // Given: lint takes no values files, so the example becomes the chart's own values
        var chart = ChartCopy.in(folder).withValues(Chart.of(example));

        // When
        var result = Chart.lint(chart.home());

        // Then
        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
    }

    @Test
    void lintSeesABrokenTemplate() throws IOException {
        var chart = ChartCopy.in(folder).withValues(Chart.minimal());
        Files.writeString(
                chart.home().resolve("templates/broken.yaml"), "{{ .Values.kafka.no.such }}");

        assertThat(Chart.lint(chart.home()).isFailed()).isTrue();
    }
}
