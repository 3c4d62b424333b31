package dev.cairn.segment;

import dev.cairn.kit.testing.NativeDeclaration;
import dev.cairn.segment.definition.Segments;
import org.junit.jupiter.api.Test;

class NativeHintsTest {
    private final NativeDeclaration declaration = NativeDeclaration.of(Segments.class);

    @Test
    void everyRecordCanBecomeJson() {
        declaration.opensAllValues("dev.cairn.segment");
    }

    @Test
    void everyFileIsInTheExecutable() {
        declaration.includesAllFiles();
    }
}
