package dev.cairn.ledger;

import dev.cairn.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theServiceIsBuiltLikeItsNeighbours() {
        ArchitectureRules.check("dev.cairn.ledger");
    }
}
