package dev.cairn.devstack.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.cairn.devstack.console.Arguments;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void theFirstRankOfZipfComesAsOftenAsItsWeight() {
        Zipf zipf = new Zipf(1000, 1.1);
        Random random = new Random(1);
        int[] drawn = new int[1000];
        for (int draw = 0; draw < 200_000; draw++) {
            drawn[zipf.draw(random)]++;
        }

        double weights = 0;
        for (int rank = 1; rank <= 1000; rank++) {
            weights += Math.pow(rank, -1.1);
        }
        assertThat(drawn[0] / 200_000.0).isCloseTo(1 / weights, within(0.01));
        assertThat((double) drawn[0] / drawn[1]).isCloseTo(Math.pow(2, 1.1), within(0.1));
    }

    @Test
    void withoutExponentAllRanksAreAlike() {
        Zipf zipf = new Zipf(4, 0);
        Random random = new Random(2);
        int[] drawn = new int[4];
        for (int draw = 0; draw < 40_000; draw++) {
            drawn[zipf.draw(random)]++;
        }

        for (int times : drawn) {
            assertThat(times / 10_000.0).isCloseTo(1, within(0.05));
        }
    }

    @Test
    void anEventNamesTheAwardThatItIsAbout() {
        byte[] event =
                "{\"awardId\":\"purchase-points:bench-000000042\",\"points\":3}".getBytes(UTF_8);
        byte[] other = "{\"redemptionId\":\"42\"}".getBytes(UTF_8);

        assertThat(Award.numberIn(event)).isEqualTo(42);
        assertThat(Award.numberIn(other)).isEqualTo(-1);
    }

    @Test
    void aSpreadIsMadeOfMeasuredFigures() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(2, 1, 3));
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0)).median()).isEqualTo(2);
        assertThat(Spread.of(List.of()).asMap().get("median")).isNull();
    }

    @Test
    void percentilesOfLatencyAreMeasuredFigures() {
        long[] nanos = new long[100];
        for (int index = 0; index < 100; index++) {
            nanos[99 - index] = (index + 1) * 1_000_000L;
        }

        assertThat(Latency.of(nanos))
                .isEqualTo(new Latency(100, 50, 95, 99, OptionalDouble.empty(), 100));
        assertThat(Latency.of(new long[0]).count()).isZero();
    }

    @Test
    void theSlowestOfAThousandIsToldWhenThereAreAThousand() {
        long[] nanos = new long[2000];
        for (int index = 0; index < 2000; index++) {
            nanos[index] = (index + 1) * 1_000_000L;
        }

        assertThat(Latency.of(nanos).p999()).hasValue(1998);
        assertThat(Latency.of(Arrays.copyOf(nanos, 999)).p999()).isEmpty();
    }

    @Test
    void memoryIsWhatTheKernelCounts() {
        assertThat(Resident.ofStatus("Name:\tjava\nVmPeak:\t  900 kB\nVmRSS:\t  500000 kB\n"))
                .isEqualTo(512);
        assertThat(Resident.ofStatus("Name:\tjava\nState:\tZ (zombie)\n")).isZero();
    }

    @Test
    void everyBlockTakesEveryPlaceInTurn() {
        int blocks = Block.values().length;
        for (int place = 0; place < blocks; place++) {
            Set<Block> seen = new HashSet<>();
            for (int cycle = 0; cycle < blocks; cycle++) {
                assertThat(Cycle.order(cycle)).hasSize(blocks).doesNotHaveDuplicates();
                seen.add(Cycle.order(cycle).get(place));
            }
            assertThat(seen).hasSize(blocks);
        }
    }

    @Test
    void ratiosAreOfOneCycleOnTheClockAndByProcessorTime() {
        Cycle cycle =
                new Cycle(
                        Map.of(Block.DRAIN, 6000.0, Block.SIMPLE_UPDATE, 2000.0),
                        Map.of(Block.DRAIN, 100.0, Block.SIMPLE_UPDATE, 400.0),
                        0.16);

        assertThat(cycle.ratio(Block.DRAIN, Block.SIMPLE_UPDATE)).isEqualTo(3);
        assertThat(cycle.cpuRatio(Block.DRAIN, Block.SIMPLE_UPDATE)).isEqualTo(4);
        assertThat(cycle.ratio(Block.DRAIN, Block.COPY)).isNaN();
        assertThat(cycle.quiet()).isFalse();
    }

    @Test
    void whatIsNotOursIsForeign() {
        Cpu before = Cpu.parse("cpu 100 0 100 700 100 0 0 0 0 0", Map.of("ledger", 0.5));
        Cpu after = Cpu.parse("cpu 180 0 120 700 150 0 0 50 0 0", Map.of("ledger", 1.1));

        Cpu used = after.since(before);

        assertThat(used.busy()).isCloseTo(1.5, within(1e-9));
        assertThat(used.foreignShare()).isCloseTo(0.9 / 2, within(1e-9));
        assertThat(used.of(List.of("ledger"))).isCloseTo(0.6, within(1e-9));
    }

    @Test
    void theNameOfAProcessMayHoldAnything() {
        String stat = "4711 (a) b (c) S 1 2 3 4 5 6 7 8 9 10 100 50 30 20 20 0 9 0";

        assertThat(Cpu.ofProcess(stat)).isEqualTo(2);
    }

    @Test
    void optionsAreWholeNumbersFromOne() {
        BenchOptions given =
                BenchOptions.of(
                        Arguments.parse(
                                "bench", "ledger", "--seconds", "2", "--blocks", "drain,same-sql"));

        assertThat(given.seconds()).isEqualTo(2);
        assertThat(given.events()).isEqualTo(12_000);
        assertThat(given.blocks()).containsExactlyInAnyOrder(Block.DRAIN, Block.SAME_SQL);
        assertThatThrownBy(() -> BenchOptions.of(Arguments.parse("bench", "--cycles", "0")))
                .hasMessage("cycles must be at least 1: 0");
        assertThatThrownBy(() -> BenchOptions.of(Arguments.parse("bench", "--cycles", "many")))
                .hasMessage("cycles must be a whole number: many");
    }
}
