package dev.cairn.rules;

import dev.cairn.kit.testing.NativeDeclaration;
import org.junit.jupiter.api.Test;

class NativeHintsTest {
    private final NativeDeclaration declaration = NativeDeclaration.of(RulesProblem.class);

    @Test
    void everyRecordCanBecomeJson() {
        declaration.opensAllValues("dev.cairn.rules");
    }

    @Test
    void everyFileIsInTheExecutable() {
        declaration.includesAllFiles();
    }
}
