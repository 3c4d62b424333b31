package dev.cairn.devstack.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.devstack.chaos.Figures.Quantiles;
import dev.cairn.devstack.chaos.History.Success;
import dev.cairn.devstack.chaos.Saboteur.Blow;
import dev.cairn.devstack.chaos.oracle.Kind;
import dev.cairn.devstack.chaos.oracle.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FiguresTest {

    @Test
    void theLineSaysEverything() {
        assertThat(
                        figures(
                                        new Verdict(
                                                0,
                                                0,
                                                List.of(),
                                                Map.of(Kind.EARNED, 900L),
                                                4,
                                                0,
                                                List.of(90L, 2500L)),
                                        List.of(),
                                        0)
                                .line())
                .isEqualTo(
                        "chaos: 12 kills, 3 other faults, 1,010 commands (800 ok, 200 refused, 3"
                                + " failed, 7 unknown → 7 resolved), 500 awards, 900 postings, 0 lost,"
                                + " 0 doubled, 77 checks (0 failed), 40 duplicates delivered and 40"
                                + " absorbed, 0 dead letters, worst recovery 4.1 s, drain 1.2 s, most"
                                + " lag 321, clearing p50/p99/max 0.1/2.5/2.5 s, p50/p99 9/80 ms (calm"
                                + " 4/20 ms), 61 s, seed 5, commit abc");
    }

    @Test
    void anythingWrongMakesTheRunFail() {
        Verdict right = new Verdict(0, 0, List.of(), Map.of(Kind.EARNED, 900L), 0, 0, List.of());

        assertThat(figures(right, List.of(), 0).holds()).isTrue();
        assertThat(figures(right, List.of("seen"), 0).holds()).isFalse();
        assertThat(figures(right, List.of(), 1).holds()).isFalse();
        assertThat(
                        figures(
                                        new Verdict(1, 0, List.of("x"), Map.of(), 0, 0, List.of()),
                                        List.of(),
                                        0)
                                .holds())
                .isFalse();
        assertThat(
                        figures(
                                        new Verdict(0, 1, List.of("x"), Map.of(), 0, 0, List.of()),
                                        List.of(),
                                        0)
                                .holds())
                .isFalse();
        assertThat(
                        figures(
                                        new Verdict(0, 0, List.of("x"), Map.of(), 0, 0, List.of()),
                                        List.of(),
                                        0)
                                .holds())
                .isFalse();
    }

    @Test
    void recoveryEndsWithTheFirstSuccessOfACommandThatWasSentAfterTheBlow() {
        Strike strike = new Strike(Fault.BROKER, Duration.ZERO, 0, Duration.ZERO);
        long second = 1_000_000_000;

        Map<Fault, Long> recovery =
                Figures.recovery(
                        List.of(new Blow(strike, 10 * second), new Blow(strike, 20 * second)),
                        List.of(
                                new Success(9 * second, 11 * second),
                                new Success(11 * second, 13 * second),
                                new Success(20 * second, 21 * second)));

        assertThat(recovery).containsExactly(Map.entry(Fault.BROKER, 3000L));
    }

    @Test
    void quantilesWereReallyMeasured() {
        assertThat(Quantiles.of(LongStream.rangeClosed(1, 100).boxed().toList()))
                .isEqualTo(new Quantiles(50, 99, 100));
        assertThat(Quantiles.of(List.of())).isEqualTo(new Quantiles(0, 0, 0));
    }

    private static Figures figures(Verdict verdict, List<String> complaints, long deadLetters) {
        return new Figures(
                Map.of(Fault.BROKER, 12, Fault.PAUSE, 3),
                12,
                Map.of("ok", 800L, "refused", 200L, "fail", 3L, "unknown", 7L),
                Map.of("redeemed", 800L),
                7,
                0,
                500,
                verdict,
                77,
                complaints,
                deadLetters,
                Map.of(Fault.BROKER, 4100L),
                1200,
                321,
                40,
                new Quantiles(4, 20, 30),
                new Quantiles(9, 80, 90),
                61,
                5,
                "abc");
    }
}
