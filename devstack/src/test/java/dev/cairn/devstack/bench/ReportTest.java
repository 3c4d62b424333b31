package dev.cairn.devstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.devstack.console.Arguments;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

    private static final Latency LATENCY = new Latency(5, 1, 2, 3, OptionalDouble.empty(), 4);
    private static final Latency LONG = new Latency(5000, 1, 2, 3, OptionalDouble.of(3.5), 4);

    @TempDir Path folder;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private Path file;
    private Report report;

    @BeforeEach
    void anEarlierRunLeftFigures() throws IOException {
        file = folder.resolve("ledger.json");
        Files.writeString(file, "{}");
        report = new Report(file, new PrintStream(text, true, StandardCharsets.UTF_8));
    }

    @Test
    void figuresAreToldWhenEverythingHolds() {
        assertThat(report.tell(result(true))).isZero();

        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("R1", "2.50", "All checks hold.")
                .contains("p99 3.0 ms, p99.9 3.5 ms, max 4.0 ms", "p99 3.0 ms, max 4.0 ms")
                .contains("500 MB", "for each MB: 5.0")
                .doesNotContain("NaN", "R2");
        assertThat(file)
                .content()
                .contains("\"R1\"", "\"redemptionOf10000Lots\"")
                .containsPattern("\"p999Millis\" ?: ?3.5")
                .containsPattern("\"postingsPerSecondPerMegabyte\" ?: ?5.0");
    }

    @Test
    void aFailedCheckLeavesNoFigureAnywhere() {
        assertThat(report.tell(result(false))).isEqualTo(1);

        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("No figures", "the proof holds")
                .doesNotContain("2.50", "1000", "R1", "p50");
        assertThat(file).doesNotExist();
    }

    private static LedgerResult result(boolean holds) {
        var rates = Map.of(Block.SIMPLE_UPDATE, 1000.0, Block.DRAIN, 2500.0);
        var micros = Map.of(Block.SIMPLE_UPDATE, 200.0, Block.DRAIN, 80.0);
        return new LedgerResult(
                BenchOptions.of(Arguments.parse("bench")),
                List.of(new Cycle(rates, micros, 0)),
                List.of(2400.0),
                List.of(500.0),
                Map.of("postgres", List.of(40.0)),
                new Paced(100, LONG),
                new Paced(100, LONG),
                new Spends.Scramble(Map.of(201, 120, 422, 80), 120, LATENCY),
                LATENCY,
                Map.of("the proof holds", holds));
    }
}
