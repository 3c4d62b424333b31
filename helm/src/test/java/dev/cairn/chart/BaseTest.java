package dev.cairn.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code k8s/base} is the chart, rendered, for those who do not use Helm. */
class BaseTest {
    private static final Path BASE = Chart.REPOSITORY.resolve("k8s/base");
    private static final Chart CHART = Chart.bare().plus(BASE.resolve("values.yaml"));

    @Test
    void itIsWhatTheChartRenders() {
        var head = "# Rendered from helm/cairn with values.yaml by `make k8s-base`; do not edit.\n";

        Generated.check(BASE.resolve("cairn.yaml"), head + plain(CHART.text()), "make k8s-base");
    }

    /** Helm is not there to manage what kubectl applies. */
    private static String plain(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("# Source: "))
                .map(line -> line.replaceAll("managed-by: Helm$", "managed-by: kustomize"))
                .filter(line -> !line.matches(" +helm.sh/chart: .*"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void itNamesEveryFileAndNoSecret() throws IOException {
        var kustomization = Yaml.file(BASE.resolve("kustomization.yaml"));
        var text = Files.readString(BASE.resolve("cairn.yaml"));

        assertThat(kustomization.path("resources").toString()).isEqualTo("[\"cairn.yaml\"]");
        assertThat(text).doesNotContain("kind: Secret", "{{").doesNotContainPattern("(?m) $");
        Manifests.of(text).all().forEach(FabricReader::read);
        Manifests.of(text).all().forEach(ClientReader::read);
    }
}
