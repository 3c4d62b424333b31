package dev.cairn.rules;

import dev.cairn.kit.testing.ArchitectureRules;
import dev.cairn.kit.testing.ProblemCatalogue;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceIsBuiltLikeTheOthers() {
        ArchitectureRules.check("dev.cairn.rules");
    }

    @Test
    void everyProblemIsExplained() {
        ProblemCatalogue.check(RulesProblem.values());
    }
}
