package dev.cairn.notify;

import dev.cairn.kit.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceIsBuiltLikeItsSiblings() {
        ArchitectureRules.check("dev.cairn.notify");
    }
}
