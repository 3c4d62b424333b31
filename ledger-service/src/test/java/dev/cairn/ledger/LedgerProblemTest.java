package dev.cairn.ledger;

import dev.cairn.kit.testing.ProblemCatalogue;
import org.junit.jupiter.api.Test;

class LedgerProblemTest {
    @Test
    void everyRefusalIsDocumented() {
        ProblemCatalogue.check(LedgerProblem.values());
    }
}
