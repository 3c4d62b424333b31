package dev.cairn.ledger;

import dev.cairn.kit.testing.NativeDeclaration;
import org.junit.jupiter.api.Test;

class NativeHintsTest {
    private final NativeDeclaration declaration = NativeDeclaration.of(LedgerProblem.class);

    @Test
    void everyRecordCanBecomeJson() {
        declaration.opensAllValues("dev.cairn.ledger");
    }

    @Test
    void everyFileIsInTheExecutable() {
        declaration.includesAllFiles();
    }
}
