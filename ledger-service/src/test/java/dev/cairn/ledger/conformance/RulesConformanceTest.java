package dev.cairn.ledger.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.cairn.ledger.currency.CurrenciesOnPaper;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every case against the pure rules; one test for each. */
class RulesConformanceTest {
    private static Map<Case, Walk.Outcome> outcomes;

    @BeforeAll
    static void run() {
        var currencies = CurrenciesOnPaper.read(Suite.currencies());
        outcomes = Walk.through(Suite.cases(), which -> new AlgebraEngine(which, currencies));
    }

    @TestFactory
    Stream<DynamicTest> everyCase() {
        return outcomes.entrySet().stream()
                .map(e -> DynamicTest.dynamicTest(e.getKey().id(), () -> judge(e.getValue())));
    }

    @Test
    void noCaseIsLeftOut() {
        assertThat(Report.of("rules", outcomes).keep().passed()).isEqualTo(Suite.files().size());
    }

    private static void judge(Walk.Outcome outcome) {
        switch (outcome) {
            case Walk.Outcome.Passed passed -> {}
            case Walk.Outcome.Failed failed -> fail(String.join("\n", failed.differences()));
        }
    }
}
