package dev.cairn.devstack.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cairn.devstack.console.Arguments;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run that lost or doubled anything has no figures, however fast it was. */
class RefusalTest {

    private static final Map<Integer, Integer> TEN_OF_ALL = Map.of(201, 10, 422, 190);

    @Test
    void holdsWhenEveryCheckDoes() {
        assertThat(result(Map.of("proof", true, "awards", true), TEN_OF_ALL).holds()).isTrue();
    }

    @Test
    void oneFailedCheckIsEnough() {
        assertThat(result(Map.of("proof", true, "awards", false), TEN_OF_ALL).holds()).isFalse();
    }

    @Test
    void oneSpendTooManyIsEnough() {
        assertThat(result(Map.of(), Map.of(201, 11, 422, 189)).holds()).isFalse();
    }

    @Test
    void anAnswerThatIsNeitherDoneNorRefusedIsEnough() {
        assertThat(result(Map.of(), Map.of(201, 10, 422, 189, 409, 1)).holds()).isFalse();
        assertThat(result(Map.of(), Map.of(201, 10, 422, 189)).holds()).isFalse();
    }

    private static LedgerResult result(Map<String, Boolean> checks, Map<Integer, Integer> spends) {
        return new LedgerResult(
                BenchOptions.of(Arguments.parse("bench")),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                new Paced(0, Latency.NONE),
                new Paced(0, Latency.NONE),
                new Spends.Scramble(spends, 10, Latency.NONE),
                Latency.NONE,
                checks);
    }
}
