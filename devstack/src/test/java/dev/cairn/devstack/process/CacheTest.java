package dev.cairn.devstack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheTest {

    @TempDir Path folder;

    @Test
    void aFolderThatWasHalfMadeIsMadeAgain() throws IOException {
        // Given
        Cache cache = new Cache(folder);
        assertThatThrownBy(() -> cache.folder("tool", CacheTest::breakOff))
                .hasMessageContaining("tool");

        // When
        Path made = cache.folder("tool", into -> Files.createFile(into.resolve("whole")));

        // Then
        assertThat(made).isDirectoryContaining("glob:**/whole");
        assertThat(made.resolve("half")).doesNotExist();
    }

    @Test
    void aFinishedFolderIsNotMadeAgain() {
        // Given
        Cache cache = new Cache(folder);
        Path first = cache.folder("tool", into -> Files.createFile(into.resolve("whole")));

        // When
        Path second = cache.folder("tool", CacheTest::breakOff);

        // Then
        assertThat(second).isEqualTo(first);
    }

    private static void breakOff(Path into) throws IOException {
        Files.createFile(into.resolve("half"));
        throw new IOException("cut off");
    }
}
