package dev.cairn.segment;

import dev.cairn.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theServiceIsBuiltLikeTheOthers() {
        ArchitectureRules.check("dev.cairn.segment");
    }
}
