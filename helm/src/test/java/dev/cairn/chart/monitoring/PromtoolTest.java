package dev.cairn.chart.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Prometheus' own checks of the rendered rules; skipped where promtool is not installed. */
class PromtoolTest {
    private static final Path RULES = Repository.file("helm/target/rules/cairn.yaml");

    @BeforeAll
    static void render() throws IOException {
        assumeTrue(
                Tool.isInstalled("promtool"),
                "promtool is not on the PATH, so the alerts are not played through.");
        Files.createDirectories(RULES.getParent());
        Files.writeString(RULES, Rule.file());
    }

    @Test
    void rulesAreValid() throws Exception {
        promtool(List.of("check", "rules", RULES.toString()));
    }

    @Test
    void alertsFireWhenTheyShouldAndNotBefore() throws Exception {
        var arguments = new ArrayList<>(List.of("test", "rules"));
        Repository.files("helm/promtool", "*_test.yaml").stream()
                .map(Path::toString)
                .forEach(arguments::add);

        promtool(arguments);
    }

    private static void promtool(List<String> arguments) throws Exception {
        var command = Stream.concat(Stream.of("promtool"), arguments.stream()).toList();
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }
}
